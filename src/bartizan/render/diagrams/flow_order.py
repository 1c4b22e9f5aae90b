"""Decide which connectors are laid out against their arrow, so that nothing has to be led around in a circle."""

from __future__ import annotations

from collections import defaultdict

from bartizan.render.diagrams.nesting import Nesting
from bartizan.render.diagrams.scene import Scene

REPLY = 0.25
"""How much a reply counts against a request when the two pull in opposite directions."""


def laid_backwards(scene: Scene, nesting: Nesting, *, nearest_first: bool = False) -> frozenset[str]:
    """Return the ids of the connectors whose head stands before their tail in the order of the picture.

    The order is found in each group by itself, among its direct children. A reply thus runs beside its request instead of
    around the whole picture, and no engine has to break a cycle in its own way. With `nearest_first` what is as many arrows
    away from the beginning stands beside each other: more arrows point backwards, and long circles take half the length.
    """
    pulls: defaultdict[str | None, defaultdict[tuple[str, str], float]] = defaultdict(
        lambda: defaultdict(float)
    )
    meetings = {each.id: nesting.meeting(each.tail, each.head) for each in scene.connectors}
    for connector in scene.connectors:
        container, tail, head = meetings[connector.id]
        if tail != head:
            pulls[container][tail, head] += REPLY if connector.reply else 1.0
    place: dict[str, int] = {}
    for container, pull in pulls.items():
        order = _ordered(nesting.children[container], pull)
        if nearest_first:
            order = _by_distance(order, pull)
        place.update({id_: at for at, id_ in enumerate(order)})
    return frozenset(
        connector.id
        for connector in scene.connectors
        for _, tail, head in (meetings[connector.id],)
        if tail != head and place[tail] > place[head]
    )


def _ordered(ids: tuple[str, ...], pull: dict[tuple[str, str], float]) -> list[str]:
    """Return an order in which few arrows point backwards: sources first, sinks last, then the greatest surplus.

    P. Eades, X. Lin, W. F. Smyth, "A fast and effective heuristic for the feedback arc set problem", 1993. What was
    written first comes first where it makes no difference.
    """
    out: defaultdict[str, dict[str, float]] = defaultdict(dict)
    into: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (tail, head), weight in pull.items():
        out[tail][head] = weight
        into[head][tail] = weight
    left = dict.fromkeys(ids)
    first: list[str] = []
    last: list[str] = []

    def take(id_: str) -> None:
        del left[id_]
        for head in out.pop(id_, {}):
            into[head].pop(id_)
        for tail in into.pop(id_, {}):
            out[tail].pop(id_)

    while left:
        sinks = [id_ for id_ in left if not out[id_]]
        if sinks:
            last.extend(reversed(sinks))
            for id_ in sinks:
                take(id_)
            continue
        sources = [id_ for id_ in left if not into[id_]]
        chosen = sources or [max(left, key=lambda id_: sum(out[id_].values()) - sum(into[id_].values()))]
        first.extend(chosen)
        for id_ in chosen:
            take(id_)
    return first + last[::-1]


def _by_distance(order: list[str], pull: dict[tuple[str, str], float]) -> list[str]:
    """Return the order sorted by the number of arrows, in whichever direction, to something that nothing points to."""
    beside: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for tail, head in pull:
        beside[tail][head] = beside[head][tail] = None
    pointed_at = {head for _, head in pull}
    distance: dict[str, int] = {}
    for start in ([id_ for id_ in order if id_ not in pointed_at], *([id_] for id_ in order)):
        ring = [id_ for id_ in start if id_ not in distance]
        distance.update(dict.fromkeys(ring, 0))
        while ring:
            further = dict.fromkeys(other for id_ in ring for other in beside[id_] if other not in distance)
            distance.update(dict.fromkeys(further, distance[ring[0]] + 1))
            ring = list(further)
    return sorted(order, key=lambda id_: distance[id_])
