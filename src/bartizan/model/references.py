"""Every id in an architecture, and where it is declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import Record
from bartizan.model.shapes import Reference

SECTIONS = (
    "external-dependencies", "trust-domains", "components", "interfaces", "data-assets", "controls", "threat-actors",
    "abuse-cases", "use-cases",
)  # fmt: skip
"""The sections whose elements have ids, in the order of the page."""


def references(architecture: Architecture) -> Iterator[Reference]:
    """Yield each place of the file that names an element by its id, in the order of the page."""
    yield from Record(Architecture).references(architecture, ())


def section(architecture: Architecture, name: str) -> Mapping[str, Any]:
    """Return the elements of a section by id; `name` is the page's word."""
    elements: Mapping[str, Any] = getattr(architecture, name.replace("-", "_"))
    return elements
