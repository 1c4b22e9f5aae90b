"""Large architectures in several pictures: an overview of whole trust domains, and one picture of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bartizan.model.names import make_id
from bartizan.render.diagrams.nesting import Nesting
from bartizan.render.diagrams.scene import Box, Connector, ConnectorKind, Group, Scene, Shape

MOST_BOXES = 60
"""Above so many boxes one picture cannot be read any more."""

OPEN_BELOW = 24
"""A domain is opened in the overview as long as no more than so many boxes are shown."""


def pictures_of(scene: Scene) -> list[Scene]:
    """Return the scene itself when it can be read as one picture, else an overview and one scene for each closed domain.

    A domain that is itself too large is shown in the same way.
    """
    return list(scenes_of(scene))


def scenes_of(scene: Scene) -> Iterator[Scene]:
    """Yield the same scenes one after the other, for those who want only the first few."""
    if len(scene.boxes) <= MOST_BOXES:
        yield scene
        return
    nesting = Nesting(scene)
    closed = _closed_groups(scene, nesting)
    if not closed:
        yield scene
        return
    yield _overview(scene, nesting, closed)
    taken = {scene.name}
    for group in scene.groups:
        if group.id in closed:
            detail = _detail(scene, nesting, closed, group, taken)
            taken.add(detail.name)
            if len(detail.boxes) < len(scene.boxes):
                yield from scenes_of(detail)
            else:
                yield detail


def _closed_groups(scene: Scene, nesting: Nesting) -> frozenset[str]:
    """Return the groups that the overview shows as one box each: the outermost, opened where that leaves few boxes."""
    closed = {group.id for group in scene.groups if group.inside is None}
    sizes = {
        group: sum(1 for box in scene.boxes if group in nesting.path(box.id)) for group in nesting.groups
    }
    closed = {group for group in closed if sizes[group] > 1}
    while True:
        shown = len(closed) + sum(1 for box in scene.boxes if not closed & set(nesting.path(box.id)))
        largest = max(closed, key=lambda group: (sizes[group], group), default=None)
        if largest is None or sizes[largest] <= MOST_BOXES:
            return frozenset(closed)
        children = nesting.children.get(largest, ())
        inner = [child for child in children if child in nesting.groups and sizes[child] > 1]
        if not inner or shown - 1 + len(children) > OPEN_BELOW:
            return frozenset(closed)
        closed = (closed - {largest}) | set(inner)


def _stand_in(nesting: Nesting, closed: frozenset[str], id_: str) -> str:
    """Return what stands for a box or group in the overview: the outermost closed group around it, else itself."""
    return next((each for each in reversed(nesting.path(id_)) if each in closed), id_)


def _domain_box(scene: Scene, nesting: Nesting, group: Group) -> Box:
    count = sum(1 for box in scene.boxes if group.id in nesting.path(box.id))
    return Box(
        id=group.id,
        element=group.element,
        name=group.name,
        detail="1 component" if count == 1 else f"{count} components",
        shape=Shape.DOMAIN,
        group=group.inside,
        future=group.future,
        out_of_scope=group.out_of_scope,
        closed=group.kind,
    )


def _overview(scene: Scene, nesting: Nesting, closed: frozenset[str]) -> Scene:
    boxes = [_domain_box(scene, nesting, group) for group in scene.groups if group.id in closed]
    boxes += [box for box in scene.boxes if _stand_in(nesting, closed, box.id) == box.id]
    groups = tuple(
        group
        for group in scene.groups
        if _stand_in(nesting, closed, group.id) == group.id and group.id not in closed
    )
    return replace(
        scene,
        title=f"{scene.title}: overview",
        boxes=tuple(boxes),
        groups=groups,
        connectors=tuple(
            _summaries(scene.connectors, {id_: _stand_in(nesting, closed, id_) for id_ in nesting.parent})
        ),
    )


def _detail(scene: Scene, nesting: Nesting, closed: frozenset[str], group: Group, taken: set[str]) -> Scene:
    """Return one domain with everything in it, and what its interfaces lead to outside of it."""
    inside = {id_ for id_ in nesting.parent if group.id in nesting.path(id_)}
    stand_in = {id_: id_ if id_ in inside else _stand_in(nesting, closed, id_) for id_ in nesting.parent}
    touching = [each for each in scene.connectors if each.tail in inside or each.head in inside]
    outside = dict.fromkeys(
        stand_in[end] for each in touching for end in (each.tail, each.head) if stand_in[end] not in inside
    )
    boxes = [box for box in scene.boxes if box.id in inside]
    neighbours = [_domain_box(scene, nesting, other) for other in scene.groups if other.id in outside]
    boxes += [replace(box, group=None) for box in neighbours]
    boxes += [replace(box, group=None) for box in scene.boxes if box.id in outside]
    # Inside, each interface has its own line; those between one box and one neighbour outside share one.
    own = [each for each in touching if each.tail in inside and each.head in inside]
    crossing = [each for each in touching if each not in own]
    return replace(
        scene,
        name=make_id(f"{scene.name}-{group.element}", taken),
        title=f"{scene.title}: {group.name}" if ": overview" not in scene.title else group.name,
        description=f"The trust domain {group.name} with what its interfaces lead to. {scene.description}",
        boxes=tuple(boxes),
        groups=tuple(
            replace(each, inside=None) if each.id == group.id else each
            for each in scene.groups
            if each.id in inside
        ),
        connectors=(*own, *_summaries(crossing, stand_in)),
    )


def _summaries(connectors: Sequence[Connector], stand_in: dict[str, str]) -> Iterator[Connector]:
    """Yield one arrow for all connectors between the same two boxes; one that is alone stays as it is."""
    together: defaultdict[tuple[str, str], list[Connector]] = defaultdict(list)
    for connector in connectors:
        tail, head = stand_in[connector.tail], stand_in[connector.head]
        if tail != head:
            together[tail, head].append(connector)
        elif tail == connector.tail:
            together[tail, connector.id].append(connector)  # from a box to itself
    for (tail, _), group in together.items():
        first = group[0]
        head = stand_in[first.head]
        if len(group) == 1:
            yield replace(first, tail=tail, head=head)
            continue
        numbers = [each.number for each in group if each.number]
        yield Connector(
            id=f"all:{tail}:{head}",
            element="",
            tail=tail,
            head=head,
            name=_counted(group),
            detail=_numbers(numbers),
            kind=ConnectorKind.SUMMARY,
            future=all(each.future for each in group),
            administration=any(each.administration for each in group),
        )


def _counted(group: Sequence[Connector]) -> str:
    interfaces = sum(each.kind is ConnectorKind.INTERFACE for each in group)
    if not interfaces:
        return f"{len(group)} × reads or writes a file"
    return f"{interfaces} interfaces" if interfaces > 1 else "1 interface"


def _numbers(numbers: Sequence[str]) -> str:
    """Return numbers in a few words: `1–4, 9, 12`."""
    runs: list[list[str]] = []
    for text in numbers:
        if runs and text.isdecimal() and runs[-1][-1].isdecimal() and int(text) == int(runs[-1][-1]) + 1:
            runs[-1].append(text)
        else:
            runs.append([text])
    return ", ".join(
        run[0] if len(run) == 1 else f"{run[0]}{'–' if len(run) > 2 else ', '}{run[-1]}" for run in runs
    )
