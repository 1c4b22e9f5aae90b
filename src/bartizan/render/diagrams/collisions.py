"""What stands in the way of something else in a layout, and how often lines cross."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.layout import Layout

CELL = 160.0
"""The side of the squares by which rectangles that are near each other are found."""


@dataclass(frozen=True, slots=True)
class Collision:
    """Two things that share a place."""

    one: str
    """What it is, such as `label of 5`."""
    other: str


def collisions(layout: Layout) -> tuple[Collision, ...]:
    """Return everything that hides something: labels, boxes and titles on each other, lines through labels and boxes.

    A title that a line runs behind is not counted, because a title stands on a pill of its own.
    """
    things = _things(layout)
    near = _Squares(things)
    found = [
        Collision(name, other)
        for name, rect in things
        for other, other_rect in near.around(rect)
        if name < other and rect.overlaps(other_rect)
    ]
    for placed in layout.connectors:
        connector = placed.connector
        mine = {f"box {connector.tail}", f"box {connector.head}", f"label of {connector.id}"}
        for start, end in pairwise(placed.points):
            for other, rect in near.around(_stretch(start, end)):
                if (
                    other not in mine
                    and not other.startswith("title")
                    and rect.grown(-1).crossed_by(start, end)
                ):
                    found.append(Collision(f"line of {connector.id}", other))
    return tuple(dict.fromkeys(found))


def crossings(layout: Layout) -> int:
    """Return how often a line crosses another."""
    level: list[tuple[float, float, float, str]] = []
    upright: list[tuple[float, float, float, str]] = []
    for placed in layout.connectors:
        for (x1, y1), (x2, y2) in pairwise(placed.points):
            if abs(y1 - y2) < 0.05:
                level.append((y1, min(x1, x2), max(x1, x2), placed.connector.id))
            else:
                upright.append((x1, min(y1, y2), max(y1, y2), placed.connector.id))
    upright.sort()
    xs = [line[0] for line in upright]
    return sum(
        1
        for y, left, right, id_ in level
        for x, top, bottom, other in upright[bisect_right(xs, left + 0.5) : bisect_left(xs, right - 0.5)]
        if top + 0.5 < y < bottom - 0.5 and other != id_
    )


def bends(layout: Layout) -> int:
    """Return how many corners the lines have."""
    return sum(max(0, len(placed.points) - 2) for placed in layout.connectors)


def crossed_titles(layout: Layout) -> frozenset[str]:
    """Return the ids of the groups behind whose title a line runs."""
    near = _Squares([(placed.group.id, placed.title_rect.grown(4)) for placed in layout.groups])
    return frozenset(
        id_
        for placed in layout.connectors
        for start, end in pairwise(placed.points)
        for id_, rect in near.around(_stretch(start, end))
        if rect.crossed_by(start, end)
    )


def _things(layout: Layout) -> list[tuple[str, Rect]]:
    things = [(f"box {placed.box.id}", placed.rect) for placed in layout.boxes]
    things += [(f"title of {placed.group.id}", placed.title_rect) for placed in layout.groups]
    for placed in layout.connectors:
        if placed.label_rect:
            things.append((f"label of {placed.connector.id}", placed.label_rect))
    return things


def _stretch(start: Point, end: Point) -> Rect:
    return Rect(min(start[0], end[0]), min(start[1], end[1]), abs(start[0] - end[0]), abs(start[1] - end[1]))


class _Squares:
    """Rectangles by the squares of the plane that they touch."""

    def __init__(self, things: Iterable[tuple[str, Rect]]) -> None:
        self.by_square: defaultdict[tuple[int, int], list[tuple[str, Rect]]] = defaultdict(list)
        for thing in things:
            for square in self._touched(thing[1]):
                self.by_square[square].append(thing)

    @staticmethod
    def _touched(rect: Rect) -> Iterator[tuple[int, int]]:
        for column in range(int(rect.x // CELL), int(rect.right // CELL) + 1):
            for row in range(int(rect.y // CELL), int(rect.bottom // CELL) + 1):
                yield column, row

    def around(self, rect: Rect) -> Iterator[tuple[str, Rect]]:
        """Yield the rectangles in the squares that `rect` touches, each once."""
        seen = set()
        for square in self._touched(rect):
            for name, other in self.by_square.get(square, ()):
                if name not in seen:
                    seen.add(name)
                    yield name, other
