"""Arrows from a box back to itself: how much room they need beside it, and where they run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.label import Label

REACH = 20.0
"""How far a loop stands out from the box."""

MOUTH = 22.0
"""The distance between the two ends of a loop."""

SPACE = 10.0
"""Between one loop with its label and the next, and between a loop and its label."""


@dataclass(frozen=True, slots=True)
class LoopRoom:
    """The room that the loops of one box need."""

    along: float
    """The least length of the side they stand on."""
    width: float
    """The size of the free space beside that side."""
    height: float


def loop_room(labels: Sequence[Label], *, downwards: bool) -> LoopRoom:
    """Return the room for loops with these labels: at the right side when the layout runs downwards, else below."""
    along = sum(_pitch(label, downwards=downwards) for label in labels) + SPACE
    if downwards:
        return LoopRoom(along, REACH + SPACE / 2 + max(label.width for label in labels), along - SPACE)
    return LoopRoom(along, along - SPACE, REACH + SPACE / 2 + max(label.height for label in labels))


def _pitch(label: Label, *, downwards: bool) -> float:
    """Return what one loop takes of the side."""
    return max(MOUTH, label.height if downwards else label.width) + SPACE


def loops(box: Rect, labels: Sequence[Label], *, downwards: bool) -> list[tuple[tuple[Point, ...], Rect]]:
    """Return for each loop its line, from the box and back, and the place of its label."""
    total = sum(_pitch(label, downwards=downwards) for label in labels)
    at = (box.centre[1] if downwards else box.centre[0]) - total / 2
    placed: list[tuple[tuple[Point, ...], Rect]] = []
    for label in labels:
        pitch = _pitch(label, downwards=downwards)
        middle = at + pitch / 2
        first, last = middle - MOUTH / 2, middle + MOUTH / 2
        if downwards:
            side, out = box.right, box.right + REACH
            line: tuple[Point, ...] = ((side, first), (out, first), (out, last), (side, last))
            place = Rect(out + SPACE / 2, middle - label.height / 2, label.width, label.height)
        else:
            side, out = box.bottom, box.bottom + REACH
            line = ((first, side), (first, out), (last, out), (last, side))
            place = Rect(middle - label.width / 2, out + SPACE / 2, label.width, label.height)
        placed.append((line, place))
        at += pitch
    return placed
