"""A scene told from the outside inwards: a boundary opens, the boxes in it, the boundary closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bartizan.render.diagrams.nesting import Nesting
from bartizan.render.diagrams.scene import Box, Group, Scene

DEEPEST = 10
"""Levels beyond which the text is not moved further to the right."""


@dataclass(frozen=True, slots=True)
class Opens:
    """A boundary begins."""

    group: Group
    indent: int
    """How many levels are around it, at most `DEEPEST`."""
    empty: bool
    """Whether nothing is inside."""


@dataclass(frozen=True, slots=True)
class Stands:
    """A box stands here."""

    box: Box
    indent: int


@dataclass(frozen=True, slots=True)
class Closes:
    """The boundary that was opened last ends."""

    indent: int


def outline(scene: Scene) -> Iterator[Opens | Stands | Closes]:
    """Yield boxes and boundaries in the order in which they nest."""
    nesting = Nesting(scene)
    boxes = {box.id: box for box in scene.boxes}
    groups = {group.id: group for group in scene.groups}
    # Not recursive: a page may nest its domains deeper than functions can call each other.
    levels = [iter(nesting.children.get(None, ()))]
    while levels:
        indent = min(len(levels) - 1, DEEPEST)
        inner = next(levels[-1], None)
        if inner is None:
            levels.pop()
            if levels:
                yield Closes(min(len(levels) - 1, DEEPEST))
        elif inner in boxes:
            yield Stands(boxes[inner], indent)
        else:
            children = nesting.children.get(inner, ())
            yield Opens(groups[inner], indent, not children)
            levels.append(iter(children))


def with_ends_outside(scene: Scene) -> Scene:
    """Return the scene without arrows between a boundary and something inside it, which few notations can draw.

    Such an arrow ends instead at a box for the host itself, or the domain itself, which stands inside the boundary.
    """
    nesting = Nesting(scene)
    itself: dict[str, Box] = {}
    groups = {group.id: group for group in scene.groups}
    connectors = []
    for connector in scene.connectors:
        tail, head = connector.tail, connector.head
        for end, other in ((tail, head), (head, tail)):
            if end in groups and end in nesting.path(other):
                group = groups[end]
                box = Box(
                    id=f"itself:{end}", element=group.element, name=f"{group.name} itself", group=end,
                    future=group.future, out_of_scope=group.out_of_scope,
                )  # fmt: skip
                itself[end] = box
                tail, head = (box.id if each == end else each for each in (tail, head))
        connectors.append(replace(connector, tail=tail, head=head))
    return replace(scene, boxes=(*scene.boxes, *itself.values()), connectors=tuple(connectors))
