"""Take small jogs out of connectors, where nothing else has to give way for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bartizan.render.diagrams.geometry import Point, Rect, around, simplified
from bartizan.render.diagrams.layout import PlacedConnector

SLIDE = 24.0
"""How far an end may slide along the side of its box to make a line straight."""

NUDGE = 12.0
"""How far a stretch between two corners may move, with the label that stands on it."""

APART = 9.0
"""The least distance of two lines that run beside each other, and of two ends on one side."""

ROUNDS = 4
"""How often all connectors are gone through: one that moves can make room for another."""

MOST = 400
"""Above so many connectors a jog is the least of the reader's problems."""


def straightened(
    connectors: Sequence[PlacedConnector],
    ends: Mapping[str, Rect],
    insets: Mapping[str, float],
    boxes: Sequence[Rect],
) -> tuple[PlacedConnector, ...]:
    """Return the connectors with fewer corners; `ends` are the rectangles they are tied to, by id.

    `insets` says for each of these how far from its corners an end has to stay; `boxes` are what no line may touch.
    """
    placed = list(connectors)
    if len(placed) > MOST:
        return tuple(placed)
    for _ in range(ROUNDS):
        changed = False
        for at, connector in enumerate(placed):
            better = _with_one_jog_less(connector, placed, ends, insets, boxes)
            if better is not None:
                placed[at] = better
                changed = True
        if not changed:
            break
    return tuple(placed)


def _with_one_jog_less(
    placed: PlacedConnector,
    all_: Sequence[PlacedConnector],
    ends: Mapping[str, Rect],
    insets: Mapping[str, float],
    boxes: Sequence[Rect],
) -> PlacedConnector | None:
    """Return the connector with one jog taken out, or nothing when there is none that can be."""
    if placed.connector.tail == placed.connector.head:
        return None
    for backwards in (False, True):
        points = placed.points[::-1] if backwards else placed.points
        id_ = placed.connector.head if backwards else placed.connector.tail
        for at in range(len(points) - 3):
            if _length(points[at + 1], points[at + 2]) > (NUDGE if at else SLIDE):
                continue
            moved = _moved_onto_next(points, at)
            if moved is None or not (at or _on_side(points[0], moved[0], ends[id_], insets[id_])):
                continue
            label, near = _label_moved(placed, points[at], points[at + 1], moved[at])
            before, after = points[max(0, at - 1) : at + 4], moved[max(0, at - 1) : at + 3]
            if not near or not is_no_worse(before, after, stretches_near(placed, all_, before)):
                continue
            better = replace(placed, points=simplified(moved[::-1] if backwards else moved), label_rect=label)
            if hides_no_more(placed, better, all_, boxes):
                return better
    return None


def hides_no_more(
    before: PlacedConnector, after: PlacedConnector, all_: Sequence[PlacedConnector], boxes: Sequence[Rect]
) -> bool:
    """Return whether line and label run into no more boxes and labels than before."""
    area = around((), (*before.points, *after.points)).grown(60)
    labels = [each.label_rect for each in all_ if each is not before and each.label_rect is not None]
    near = [rect for rect in (*boxes, *labels) if area.overlaps(rect)]
    lines = [pair for each in all_ if each is not before for pair in pairwise(each.points)]
    lines = [pair for pair in lines if area.crossed_by(*pair)]
    return hidden(after, near) <= hidden(before, near) and run_through(after, lines) <= run_through(
        before, lines
    )


def hidden(placed: PlacedConnector, rects: Sequence[Rect]) -> int:
    """Return how many of the rectangles its line runs through or its label stands on."""
    label = placed.label_rect
    lines = sum(rect.crossed_by(*pair) for pair in pairwise(placed.points) for rect in rects)
    return lines + (sum(label.grown(4).overlaps(rect) for rect in rects) if label else 0)


def run_through(placed: PlacedConnector, lines: Sequence[tuple[Point, Point]]) -> int:
    """Return how many of the lines run through the label."""
    label = placed.label_rect
    return sum(label.grown(2).crossed_by(*pair) for pair in lines) if label else 0


def stretches_near(
    placed: PlacedConnector, all_: Sequence[PlacedConnector], line: Sequence[Point]
) -> list[tuple[Point, Point]]:
    """Return the stretches of other connectors that come near the line."""
    area = around((), line).grown(APART)
    return [
        pair
        for other in all_
        if other is not placed
        for pair in pairwise(other.points)
        if area.crossed_by(*pair)
    ]


def _moved_onto_next(points: tuple[Point, ...], at: int) -> tuple[Point, ...] | None:
    """Return the line with the stretch that begins at `at` moved in line with the next but one, if that makes a jog less."""
    start, corner, turn, after = points[at : at + 4]
    across = 0 if abs(start[0] - corner[0]) < 0.05 else 1
    if (
        abs(turn[across] - after[across]) > 0.05
        or (corner[1 - across] - start[1 - across]) * (after[1 - across] - turn[1 - across]) <= 0
    ):
        return None
    shifted = (turn[0], start[1]) if across == 0 else (start[0], turn[1])
    return (*points[:at], shifted, *points[at + 2 :])


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _on_side(before: Point, after: Point, rect: Rect, inset: float) -> bool:
    """Return whether the moved end still lies on the same side of its box, off the corners."""
    if abs(before[1] - after[1]) < 0.05:
        return rect.x + inset <= after[0] <= rect.right - inset
    return rect.y + inset <= after[1] <= rect.bottom - inset


def _label_moved(
    placed: PlacedConnector, start: Point, corner: Point, shifted: Point
) -> tuple[Rect | None, bool]:
    """Return the place of the label afterwards, and whether that is near enough to where it was."""
    rect = placed.label_rect
    if rect is None or not rect.crossed_by(start, corner):
        return rect, True
    dx, dy = shifted[0] - start[0], shifted[1] - start[1]
    return rect.moved(dx, dy), abs(dx) + abs(dy) <= NUDGE


def is_no_worse(
    before: tuple[Point, ...], after: tuple[Point, ...], others: list[tuple[Point, Point]]
) -> bool:
    """Return whether the new line crosses no more than the old one and comes no nearer to those beside it."""
    # How near, not how many: a line that is already too near to another must not be pushed against it.
    old, new = lacking(before, others), lacking(after, others)
    if sum(new) > sum(old) + 0.05 or max(new, default=0.0) > max(old, default=0.0) + 0.05:
        return False
    return times_crossed(after, others) <= times_crossed(before, others)


def times_crossed(line: Sequence[Point], others: list[tuple[Point, Point]]) -> int:
    """Return how often a line crosses or touches others."""
    return sum(_cross(pair, other) for pair in pairwise(line) for other in others)


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    if (abs(ax - bx) < 0.05) == (abs(cx - dx) < 0.05):
        return False
    return (
        min(ax, bx) <= max(cx, dx)
        and min(cx, dx) <= max(ax, bx)
        and min(ay, by) <= max(cy, dy)
        and min(cy, dy) <= max(ay, by)
    )


def lacking(line: Sequence[Point], others: list[tuple[Point, Point]]) -> list[float]:
    """Return for each stretch that runs beside one of the line how much their distance lacks."""
    found = [_lacks(pair, other) for pair in pairwise(line) for other in others]
    return [lacks for lacks in found if lacks > 0]


def _lacks(one: tuple[Point, Point], other: tuple[Point, Point]) -> float:
    for across in (0, 1):
        if abs(one[0][across] - one[1][across]) < 0.05 and abs(other[0][across] - other[1][across]) < 0.05:
            along = 1 - across
            lacks = APART - 0.5 - abs(one[0][across] - other[0][across])
            shares = min(one[0][along], one[1][along]) < max(other[0][along], other[1][along]) and min(
                other[0][along], other[1][along]
            ) < max(one[0][along], one[1][along])
            if lacks > 0 and shares:
                return lacks
    return 0.0
