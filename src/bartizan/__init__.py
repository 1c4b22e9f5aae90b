"""Bartizan: threat analysis that real teams finish. What this module offers is the promised Python API.

    >>> import bartizan
    >>> page = bartizan.open_page("services/notes/2026.2")
    >>> for gap in bartizan.check(page, today).gaps: ...

Everything is loaded when it is first asked for, so that importing costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bartizan.project.diff import diff
    from bartizan.project.explain import explain
    from bartizan.project.find_page import find_page
    from bartizan.project.new_page import new_page
    from bartizan.project.open_page import OpenPage, open_page, with_variant
    from bartizan.project.rename import renamed
    from bartizan.project.save_edits import save
    from bartizan.project.show import show
    from bartizan.project.workspace import Workspace, find_workspace

_HOMES = {
    "OpenPage": "open_page",
    "Workspace": "workspace",
    "diff": "diff",
    "explain": "explain",
    "find_page": "find_page",
    "find_workspace": "workspace",
    "new_page": "new_page",
    "open_page": "open_page",
    "renamed": "rename",
    "save": "save_edits",
    "show": "show",
    "with_variant": "open_page",
}
"""The module of `bartizan.project` that each name comes from."""

__all__ = [
    "OpenPage",
    "Workspace",
    "diff",
    "explain",
    "find_page",
    "find_workspace",
    "new_page",
    "open_page",
    "renamed",
    "save",
    "show",
    "with_variant",
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
