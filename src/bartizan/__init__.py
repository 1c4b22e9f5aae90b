"""Bartizan: threat analysis that real teams finish. What this module offers is the promised Python API.

    page = bartizan.open_page("services/notes/2026.2")
    checked = bartizan.check(page, datetime.date.today())
    for each in checked.gaps:
        print(each.diagnostic.at.span, each.gap.message)

What follows from a page is asked of its analysis. A name that the page does not have gets the answer `Unknown`:

    analysed = bartizan.analyse(page)
    for threat in analysed.threats:
        proof = bartizan.why(analysed, threat.id)
        if not isinstance(proof, bartizan.Unknown):
            print(threat.status.value, proof[-1].text, analysed.places(proof[-1].paths))
    way = bartizan.way_to(analysed, "stranger", "note", "disclosed")
    if isinstance(way, bartizan.Unknown):
        print(f"no {way.what} is called {way.name}; {way.close} is meant?")
    elif way.paths:
        print(way.paths.complete, [each.facts for each in way.paths.sets])

Nothing here prints, asks, or raises for what a person wrote: that is among the problems that each function returns.
Everything is loaded when it is first asked for, so that importing costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bartizan.project.analyse import Analysed, analyse
    from bartizan.project.check import Checked, check
    from bartizan.project.demo import demo
    from bartizan.project.diff import diff
    from bartizan.project.draw import diagrams_of, draw
    from bartizan.project.explain import explain
    from bartizan.project.find_page import find_page
    from bartizan.project.made_files import MadeFile, write_made
    from bartizan.project.make_page import make_page
    from bartizan.project.new_page import new_page
    from bartizan.project.open_page import OpenPage, open_page, with_variant
    from bartizan.project.read_rst import read_rst
    from bartizan.project.rename import renamed
    from bartizan.project.save_edits import save
    from bartizan.project.schema_file import schema_text
    from bartizan.project.show import show
    from bartizan.project.version import version
    from bartizan.project.what_if import (
        Compromise,
        Degraded,
        Unknown,
        Way,
        compromise,
        control_named,
        degrade,
        way_to,
        why,
    )
    from bartizan.project.workspace import Workspace, find_workspace

_HOMES = {
    "Analysed": "analyse",
    "Checked": "check",
    "Compromise": "what_if",
    "Degraded": "what_if",
    "MadeFile": "made_files",
    "OpenPage": "open_page",
    "Unknown": "what_if",
    "Way": "what_if",
    "Workspace": "workspace",
    "analyse": "analyse",
    "check": "check",
    "compromise": "what_if",
    "control_named": "what_if",
    "degrade": "what_if",
    "demo": "demo",
    "diagrams_of": "draw",
    "diff": "diff",
    "draw": "draw",
    "explain": "explain",
    "find_page": "find_page",
    "find_workspace": "workspace",
    "make_page": "make_page",
    "new_page": "new_page",
    "open_page": "open_page",
    "read_rst": "read_rst",
    "renamed": "rename",
    "save": "save_edits",
    "schema_text": "schema_file",
    "show": "show",
    "version": "version",
    "way_to": "what_if",
    "why": "what_if",
    "with_variant": "open_page",
    "write_made": "made_files",
}
"""The module of `bartizan.project` that each name comes from."""

__all__ = [
    "Analysed",
    "Checked",
    "Compromise",
    "Degraded",
    "MadeFile",
    "OpenPage",
    "Unknown",
    "Way",
    "Workspace",
    "analyse",
    "check",
    "compromise",
    "control_named",
    "degrade",
    "demo",
    "diagrams_of",
    "diff",
    "draw",
    "explain",
    "find_page",
    "find_workspace",
    "make_page",
    "new_page",
    "open_page",
    "read_rst",
    "renamed",
    "save",
    "schema_text",
    "show",
    "version",
    "way_to",
    "why",
    "with_variant",
    "write_made",
]


def __getattr__(name: str) -> Any:
    """Load what is asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module `bartizan` has no attribute `{name}`")
    return getattr(importlib.import_module(f"bartizan.project.{home}"), name)


def __dir__() -> list[str]:
    """Name everything that can be asked for."""
    return sorted({*globals(), *_HOMES})
