"""What an attack path makes of the looks of a drawing: bold where it runs, quiet everywhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bartizan.render.diagrams.svg_tree import Element

_SHAPES = frozenset({"box", "sheet", "people", "shaded", "ghost", "edge", "network", "group", "third-party", "line", "thin"})  # fmt: skip
"""Marks of outlines and lines."""
_GROUNDS = frozenset({"box", "sheet", "people", "shaded"})
"""Marks of outlines that are filled with a ground of their own."""
_FILLED = frozenset({"head", "thin-head", "badge", "badge-admin", "badge-hollow"})
"""Marks of what is filled: heads of arrows, and badges."""
_QUIET = {"head": "thin-head", "c-text": "c-muted", "badge": "badge-hollow", "badge-admin": "badge-hollow", "c-badge": "c-muted"}  # fmt: skip
"""What becomes quiet by another mark in the place of its own."""


def bold(element: Element) -> Element:
    """Return an element of a drawing as it looks where a path runs: thick, and in the colour of a path."""
    return _with_marks(element, _bold)


def quiet(element: Element) -> Element:
    """Return an element of a drawing as it looks where no path runs: thin and grey, and still to be read."""
    return _with_marks(element, _quiet)


def bold_edge(element: Element) -> Element:
    """Return a boundary as it looks where a path begins or runs: its line bold, its ground as ever."""
    return _with_marks(element, lambda marks: (*marks, "hot-edge") if _SHAPES & {*marks} else marks)


def _bold(marks: tuple[str, ...]) -> tuple[str, ...]:
    found = {*marks}
    if found & _FILLED:
        return (*(each for each in marks if each not in {"badge-hollow", "badge-ring"}), "hot-fill")
    if "c-muted" in found and len(marks) == 1:
        return ("c-text",)
    if "no-edge" in found or not found & _SHAPES:
        return marks
    if found & _GROUNDS and "open" not in found:
        return (*marks, "hot-edge", "hot-ground")
    return (*marks, *(() if "fine" in found else ("hot-edge",)))


def _quiet(marks: tuple[str, ...]) -> tuple[str, ...]:
    marks = tuple(_QUIET.get(each, each) for each in marks)
    found = {*marks}
    return (*marks, "quiet") if found & _SHAPES and "no-edge" not in found else marks


def _with_marks(element: Element, looks: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Element:
    children = tuple(_with_marks(each, looks) for each in element.children)
    return replace(element, marks=looks(element.marks), children=children)
