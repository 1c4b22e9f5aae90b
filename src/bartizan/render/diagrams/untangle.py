"""Let two connectors that lead to the same box change places where they cross, and pull in what then runs to and fro."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from bartizan.render.diagrams.geometry import Point, Rect, simplified
from bartizan.render.diagrams.layout import PlacedConnector
from bartizan.render.diagrams.straighten import (
    hidden,
    hides_no_more,
    is_no_worse,
    lacking,
    run_through,
    stretches_near,
    times_crossed,
)

MOST = 200
"""Above so many connectors crossings are left as they are."""


def untangled(connectors: Sequence[PlacedConnector], boxes: Sequence[Rect]) -> tuple[PlacedConnector, ...]:
    """Return the connectors with fewer crossings between those that share an end; `boxes` are what no line may touch."""
    placed = list(connectors)
    if len(placed) > MOST:
        return tuple(placed)
    for one, other in combinations(range(len(placed)), 2):
        found = _changed_over(placed[one], placed[other], placed, boxes)
        if found is not None:
            placed[one], placed[other] = found
    return tuple(placed)


def _changed_over(
    one: PlacedConnector, other: PlacedConnector, all_: Sequence[PlacedConnector], boxes: Sequence[Rect]
) -> tuple[PlacedConnector, PlacedConnector] | None:
    """Return both connectors, each on the way of the other from where they cross to the box they share, if that is better."""
    a, b = one.connector, other.connector
    if a.tail == a.head or b.tail == b.head or not ({a.tail, a.head} & {b.tail, b.head}):
        return None
    if _crossing(one.points, other.points) is None:
        return None
    rest = [each for each in all_ if each is not one and each is not other]
    for first, second, turned in _ways_to_share(one, other):
        swapped = _swapped(first, second)
        if swapped is None:
            continue
        ways = [_reversed(each) if turn else each for each, turn in zip(swapped, turned, strict=True)]
        for at in (0, 1, 0):
            ways[at] = _pulled_in(ways[at], [*rest, ways[1 - at]], boxes)
        if _are_better((one, other), (ways[0], ways[1]), rest, boxes):
            return ways[0], ways[1]
    return None


def _are_better(
    before: tuple[PlacedConnector, PlacedConnector],
    after: tuple[PlacedConnector, PlacedConnector],
    rest: Sequence[PlacedConnector],
    boxes: Sequence[Rect],
) -> bool:
    """Return whether two connectors cross less than before, hide no more, and come no nearer to each other and the rest."""
    lines = [pair for each in rest for pair in pairwise(each.points)]
    if _meetings(*after, lines) >= _meetings(*before, lines):
        return False
    if sum(_nearness(*after, lines)) > sum(_nearness(*before, lines)):
        return False
    return _hidden(after, rest, boxes) <= _hidden(before, rest, boxes)


def _hidden(
    pair: tuple[PlacedConnector, PlacedConnector], rest: Sequence[PlacedConnector], boxes: Sequence[Rect]
) -> int:
    """Return how much two connectors hide of boxes and labels, and how many lines run through their labels."""
    total = 0
    for one, other in (pair, pair[::-1]):
        others = [*rest, other]
        labels = [each.label_rect for each in others if each.label_rect]
        lines = [stretch for each in others for stretch in pairwise(each.points)]
        total += hidden(one, [*boxes, *labels]) + run_through(one, lines)
    return total


def _ways_to_share(
    one: PlacedConnector, other: PlacedConnector
) -> list[tuple[PlacedConnector, PlacedConnector, tuple[bool, bool]]]:
    """Return both, turned around so that they lead to an end that they share, and which of them was turned."""
    ways = []
    for turn_one in (False, True):
        for turn_other in (False, True):
            ends = (
                one.connector.tail if turn_one else one.connector.head,
                other.connector.tail if turn_other else other.connector.head,
            )
            if ends[0] == ends[1]:
                ways.append(
                    (
                        _reversed(one) if turn_one else one,
                        _reversed(other) if turn_other else other,
                        (turn_one, turn_other),
                    )
                )
    return ways


def _reversed(placed: PlacedConnector) -> PlacedConnector:
    return replace(placed, points=placed.points[::-1])


def _swapped(one: PlacedConnector, other: PlacedConnector) -> tuple[PlacedConnector, PlacedConnector] | None:
    """Return both with the way behind their crossing exchanged; nothing where only one has its label there."""
    crossing = _crossing(one.points, other.points)
    if crossing is None:
        return None
    at, to, point = crossing
    label_one, label_other = one.label_rect, other.label_rect
    behind = (
        _is_on(label_one, (point, *one.points[at + 1 :])),
        _is_on(label_other, (point, *other.points[to + 1 :])),
    )
    if behind[0] != behind[1]:
        return None
    if behind[0] and label_one and label_other:
        label_one, label_other = _centred(label_one, label_other), _centred(label_other, label_one)
    return (
        replace(
            one,
            points=simplified((*one.points[: at + 1], point, *other.points[to + 1 :])),
            label_rect=label_one,
        ),
        replace(
            other,
            points=simplified((*other.points[: to + 1], point, *one.points[at + 1 :])),
            label_rect=label_other,
        ),
    )


def _centred(rect: Rect, place: Rect) -> Rect:
    x, y = place.centre
    return Rect(x - rect.width / 2, y - rect.height / 2, rect.width, rect.height)


def _is_on(label: Rect | None, line: Sequence[Point]) -> bool:
    """Return whether the middle of the label lies on the line, so that the line leads into it and out of it."""
    if label is None:
        return False
    middle = Rect(*label.centre, 0, 0).grown(2)
    return any(middle.crossed_by(*pair) for pair in pairwise(line))


def _crossing(one: Sequence[Point], other: Sequence[Point]) -> tuple[int, int, Point] | None:
    """Return the only place where two lines cross, with the stretches that do; nothing when there is none, or several."""
    found = [
        (at, to, (b[0][0], a[0][1]) if abs(a[0][1] - a[1][1]) < 0.05 else (a[0][0], b[0][1]))
        for at, a in enumerate(pairwise(one))
        for to, b in enumerate(pairwise(other))
        if times_crossed(a, [b])
    ]
    return found[0] if len(found) == 1 else None


def _pulled_in(
    placed: PlacedConnector, others: Sequence[PlacedConnector], boxes: Sequence[Rect]
) -> PlacedConnector:
    """Return the connector without stretches that only run to and fro, as far as nothing is in the way."""
    all_ = [*others, placed]
    near = stretches_near(placed, all_, placed.points)
    for points in _shorter(placed.points):
        label = placed.label_rect
        if label and not _is_on(label, points):
            continue
        better = replace(placed, points=points)
        if is_no_worse(placed.points, points, near) and hides_no_more(placed, better, all_, boxes):
            return _pulled_in(better, others, boxes)
    return placed


def _shorter(points: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    """Yield the line with one stretch drawn in, for each that runs to and fro."""
    for at in range(2, len(points) - 2):
        for line, backwards in ((points, False), (points[::-1], True)):
            drawn_in = _pulled(line, at)
            if drawn_in is not None:
                yield drawn_in[::-1] if backwards else drawn_in


def _pulled(points: tuple[Point, ...], at: int) -> tuple[Point, ...] | None:
    """Return the line with the stretch behind `at` drawn back onto the point before it, if it goes to and fro there."""
    before, start, corner, after = points[at - 1 : at + 3]
    way = 0 if abs(before[1] - start[1]) < 0.05 else 1
    there, back = start[way] - before[way], after[way] - corner[way]
    if there * back >= 0 or abs(there) > abs(back):
        return None
    shifted = (before[0], corner[1]) if way == 0 else (corner[0], before[1])
    return simplified((*points[:at], shifted, *points[at + 2 :]))


def _meetings(one: PlacedConnector, other: PlacedConnector, lines: list[tuple[Point, Point]]) -> int:
    """Return how often two connectors cross or touch each other and those lines."""
    return times_crossed(one.points, [*lines, *pairwise(other.points)]) + times_crossed(other.points, lines)


def _nearness(one: PlacedConnector, other: PlacedConnector, lines: list[tuple[Point, Point]]) -> list[float]:
    """Return how much is lacking of the distances between two connectors, and between them and those lines."""
    return [*lacking(one.points, [*lines, *pairwise(other.points)]), *lacking(other.points, lines)]
