"""Points, rectangles and lines with right angles, in pixels with y growing downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

ROUNDING = 2
"""Digits kept behind the decimal point, far below what can be seen."""


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> Rect:
        """Return the rectangle with every side moved outwards; a negative number moves them inwards."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle at another place."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def overlaps(self, other: Rect) -> bool:
        """Return whether the two share an area, not only an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def contains(self, other: Rect, slack: float = 0.01) -> bool:
        """Return whether the other lies in this one, edges included."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def crossed_by(self, start: Point, end: Point) -> bool:
        """Return whether an upright or level line runs through the inside of the rectangle."""
        return (
            min(start[0], end[0]) < self.right
            and max(start[0], end[0]) > self.x
            and min(start[1], end[1]) < self.bottom
            and max(start[1], end[1]) > self.y
        )


def around(rects: Iterable[Rect], points: Iterable[Point] = ()) -> Rect:
    """Return the smallest rectangle that holds them all."""
    xs: list[float] = []
    ys: list[float] = []
    for rect in rects:
        xs += (rect.x, rect.right)
        ys += (rect.y, rect.bottom)
    for x, y in points:
        xs.append(x)
        ys.append(y)
    if not xs:
        return Rect(0, 0, 0, 0)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def simplified(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the line without points that lie on the way between their neighbours or on them."""
    kept: list[Point] = []
    for point in points:
        if kept and _near(kept[-1], point):
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.05 and abs(one[1] - other[1]) < 0.05


def _in_line(before: Point, point: Point, after: Point) -> bool:
    upright = abs(before[0] - point[0]) < 0.05 and abs(point[0] - after[0]) < 0.05
    level = abs(before[1] - point[1]) < 0.05 and abs(point[1] - after[1]) < 0.05
    return upright or level


def length(points: Sequence[Point]) -> float:
    """Return how long the line is, along its right angles."""
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(points))


def number(value: float) -> str:
    """Write a coordinate: two decimals at most, no trailing zeros, never minus zero."""
    text = f"{value:.{ROUNDING}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
