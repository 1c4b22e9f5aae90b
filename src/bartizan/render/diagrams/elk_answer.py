"""ELK's answer as a layout: pieces of connectors joined; and what makes the chosen one fit to be drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bartizan.render.diagrams.elk.engine import Graph, LayoutFailed
from bartizan.render.diagrams.elk_graph import ROUND, Plan
from bartizan.render.diagrams.geometry import Point, Rect, simplified
from bartizan.render.diagrams.layout import Layout, PlacedBox, PlacedConnector, PlacedGroup
from bartizan.render.diagrams.outlines import led_to_outline
from bartizan.render.diagrams.scene import Connector
from bartizan.render.diagrams.self_loops import loops
from bartizan.render.diagrams.straighten import straightened
from bartizan.render.diagrams.title_place import title_place
from bartizan.render.diagrams.untangle import untangled


def layout_from(plan: Plan, answer: Graph) -> Layout:
    """Return the layout that ELK found for the plan, as it is: lines end at rectangles, titles stand at the upper left.

    Raises `LayoutFailed` when something has no place in it, or a line does not join its ends.
    """
    rects: dict[str, Rect] = {}
    pieces: defaultdict[str, list[tuple[int, Graph]]] = defaultdict(list)
    for node in _nodes(answer):
        rects[str(node["id"])[2:]] = Rect(node["x"], node["y"], node["width"], node["height"])
        for edge in node.get("edges", ()):
            _, step, connector = str(edge["id"]).split(":", 2)
            pieces[connector].append((int(step), edge))
    arrows = [each for each in plan.scene.connectors if each.tail != each.head]
    if any(box.id not in rects for box in plan.scene.boxes) or any(not pieces[each.id] for each in arrows):
        raise LayoutFailed("the answer leaves something out")
    boxes = tuple(PlacedBox(box, rects[box.id], plan.sizes.boxes[box.id].text) for box in plan.scene.boxes)
    found = {each.id: _connector(plan, each, pieces[each.id]) for each in arrows}
    for placed in found.values():
        _check_ends(placed, rects)
    found |= _looping(plan, {placed.box.id: placed for placed in boxes})
    outermost_first = sorted(plan.scene.groups, key=lambda each: len(plan.nesting.path(each.id)))
    groups = tuple(
        PlacedGroup(group, rects[group.id], *title_place(rects[group.id], plan.sizes.titles[group.id]))
        for group in outermost_first
    )
    return Layout(plan.scene, boxes, groups, tuple(found[each.id] for each in plan.scene.connectors))


def polished(layout: Layout) -> Layout:
    """Return the layout with fewer jogs, lines led to the outlines of the boxes, and titles where no line runs."""
    boxes = {placed.box.id: placed for placed in layout.boxes}
    rects = {id_: placed.rect for id_, placed in boxes.items()} | {
        each.group.id: each.rect for each in layout.groups
    }
    insets = {id_: _inset(boxes.get(id_), rect) for id_, rect in rects.items()}
    box_rects = [placed.rect for placed in layout.boxes]
    free = untangled(layout.connectors, box_rects)
    connectors = tuple(
        _led_to_outlines(placed, boxes) for placed in straightened(free, rects, insets, box_rects)
    )
    return replace(layout, connectors=connectors, groups=tuple(_titled(layout, connectors)))


def _titled(layout: Layout, connectors: Sequence[PlacedConnector]) -> Iterator[PlacedGroup]:
    """Yield the groups with their titles where these cover nothing and no line runs."""
    taken = [placed.rect for placed in layout.boxes]
    taken += [placed.label_rect for placed in connectors if placed.label_rect]
    for each in layout.groups:
        inner = [other.rect for other in layout.groups if each.rect.contains(other.rect) and other != each]
        title, place = title_place(each.rect, each.title, connectors, [*taken, *inner])
        yield replace(each, title=title, title_rect=place)


def _nodes(node: Graph) -> Iterator[Graph]:
    yield {"x": 0, "y": 0, "width": 0, "height": 0, **node}
    for child in node.get("children", ()):
        yield from _nodes(child)


def _connector(plan: Plan, connector: Connector, pieces: list[tuple[int, Graph]]) -> PlacedConnector:
    """Return the connector as one line from rectangle to rectangle."""
    points: list[Point] = []
    label_rect = None
    for _, edge in sorted(pieces, key=lambda piece: piece[0]):
        points += _points(edge)
        for label in edge.get("labels", ()):
            label_rect = Rect(label["x"], label["y"], label["width"], label["height"]).grown(-2)
    if connector.id in plan.backwards:
        points.reverse()
    return PlacedConnector(connector, simplified(points), plan.sizes.labels[connector.id], label_rect)


def _check_ends(placed: PlacedConnector, rects: dict[str, Rect]) -> None:
    """Make sure that the line is one of right angles and really joins its two ends."""
    line = placed.points
    if len(line) < 2 or any(abs(a[0] - b[0]) > 0.1 and abs(a[1] - b[1]) > 0.1 for a, b in pairwise(line)):
        raise LayoutFailed(f"the line of {placed.connector.id} is not one of right angles")
    for point, id_ in ((line[0], placed.connector.tail), (line[-1], placed.connector.head)):
        at, rect = Rect(*point, 0, 0), rects[id_]
        if not rect.contains(at, 1.0) or rect.grown(-1.0).contains(at, 0.0):
            raise LayoutFailed(f"the line of {placed.connector.id} ends in the open")


def _inset(placed: PlacedBox | None, rect: Rect) -> float:
    """Return how far from the corners of a box or group the lines should end."""
    if placed is None:
        return 18.0
    return min(rect.width, rect.height) * 0.26 if placed.box.shape in ROUND else 9.0


def _led_to_outlines(placed: PlacedConnector, boxes: dict[str, PlacedBox]) -> PlacedConnector:
    """Return the connector with both ends moved from the rectangle of a box to its outline."""
    line, connector = placed.points, placed.connector
    if connector.tail in boxes:
        line = led_to_outline(line[::-1], boxes[connector.tail])[::-1]
    if connector.head in boxes:
        line = led_to_outline(line, boxes[connector.head])
    return replace(placed, points=line)


def _looping(plan: Plan, boxes: dict[str, PlacedBox]) -> dict[str, PlacedConnector]:
    """Return the connectors that lead from a box back to itself."""
    found = {}
    for id_ in plan.sizes.loops:
        mine = [each for each in plan.scene.connectors if each.tail == each.head == id_]
        labels = [plan.sizes.labels[each.id] for each in mine]
        placed = loops(boxes[id_].rect, labels, downwards=plan.sizes.downwards)
        for connector, label, (line, place) in zip(mine, labels, placed, strict=True):
            found[connector.id] = PlacedConnector(connector, line, label, place if label.width else None)
    return found


def _points(edge: Graph) -> list[Point]:
    points: list[Point] = []
    for section in edge["sections"]:
        corners = (section["startPoint"], *section.get("bendPoints", ()), section["endPoint"])
        points += [(round(point["x"], 2), round(point["y"], 2)) for point in corners]
    return points
