"""The diagrams as files for draw.io, with the places, boundaries and lines of the drawn ones."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bartizan.model.names import make_id
from bartizan.render.diagrams.best_layout import best_layout
from bartizan.render.diagrams.block_diagram import MANY, PAGE
from bartizan.render.diagrams.data_flow_diagram import FRAME
from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.layout import Layout, PlacedBox, PlacedConnector, PlacedGroup
from bartizan.render.diagrams.nesting import Nesting
from bartizan.render.diagrams.outlines import front
from bartizan.render.diagrams.overview import pictures_of
from bartizan.render.diagrams.scene import Connector, GroupKind, Scene
from bartizan.render.diagrams.sequence_scene import SequenceScene
from bartizan.render.diagrams.text.drawio_captions import TITLE_HEIGHT, legend_cells, title_cell
from bartizan.render.diagrams.text.drawio_cells import LAYER, Cell, Look, Sheet, text_label, tooltip, written
from bartizan.render.diagrams.text.drawio_looks import TITLE_COLOURS, boundary_look, box_look, line_look
from bartizan.render.diagrams.text.drawio_sequence import sequence_cells
from bartizan.render.diagrams.text.safe_ids import safe_ids
from bartizan.render.diagrams.text.wording import box_lines, connector_lines, group_lines
from bartizan.render.diagrams.text_lines import TextStyle
from bartizan.render.diagrams.theme import COLOURS

LABEL_COLOURS = {TextStyle.NAME: "text", TextStyle.LABEL: "text"}
"""The role of the colour of each style of text in boxes and on lines; of all others, `muted`."""


def block(scene: Scene) -> str:
    """Return a service architecture diagram, laid out as the picture of it is; a large one has a page for each picture.

    Raises `LayoutFailed` when a layout could not be made, `NoEngine` when there is nothing to make one with.
    """
    scenes = pictures_of(scene)
    return written(drawing(best_layout(each, PAGE, quickly=len(scenes) > MANY)) for each in scenes)


def data_flow(scene: Scene) -> str:
    """Return a data flow diagram, laid out as the picture of it is; raises as `block` does."""
    return written([drawing(best_layout(scene, FRAME))])


def sequence(scene: SequenceScene) -> str:
    """Return a sequence diagram, laid out as the picture of it is."""
    return written([Sheet(scene.name, scene.title, (title_cell(scene.title), *sequence_cells(scene)))])


def drawing(layout: Layout) -> Sheet:
    """Return the page with a layout, whose upper left corner stands below the title."""
    scene = layout.scene
    below = legend_cells(scene, layout.extent.height + TITLE_HEIGHT)
    return Sheet(scene.name, scene.title, (title_cell(scene.title), *_Placing(layout).cells(), *below))


class _Placing:
    """Turns places on the sheet into places within what a cell stands in."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.ids = safe_ids(layout.scene)
        self.nesting = Nesting(layout.scene)
        extent = layout.extent
        self.origin = (extent.x, extent.y - TITLE_HEIGHT)
        self.rects: Mapping[str, Rect] = {
            **{placed.group.id: placed.rect for placed in layout.groups},
            **{placed.box.id: front(placed) for placed in layout.boxes},
        }

    def cells(self) -> Iterator[Cell]:
        """Yield boundaries from the outside inwards, then boxes, then lines, so that lines lie on top."""
        for group in self.layout.groups:
            yield self._boundary(group)
        for box in self.layout.boxes:
            yield from self._box(box)
        taken = set(self.ids.values())
        for connector in self.layout.connectors:
            id_ = make_id(f"i {connector.connector.id}", taken)
            taken.add(id_)
            yield self._line(connector, id_)

    def _within(self, container: str | None) -> tuple[str, Point]:
        """Return the parent that cells inside `container` name, and where its upper left corner is."""
        if container is None:
            return LAYER, self.origin
        rect = self.rects[container]
        return self.ids[container], (rect.x, rect.y)

    def _boundary(self, placed: PlacedGroup) -> Cell:
        group, title = placed.group, placed.title_rect
        parent, (left, top) = self._within(group.inside)
        place: Look = {
            "align": "left",
            "verticalAlign": "top",
            "spacing": 0,
            "spacingLeft": title.x - placed.rect.x,
            "spacingTop": title.y - placed.rect.y,
        }
        colour = TITLE_COLOURS.get(group.kind, "group-text")
        host = group.kind is GroupKind.HOST
        return Cell(
            id=self.ids[group.id],
            look={**boundary_look(group, is_flow=self.layout.scene.is_flow), **place},
            label=text_label(placed.title, {TextStyle.GROUP: colour}),
            said={"component" if host else "domain": group.element, "tooltip": tooltip(group_lines(group))},
            rect=placed.rect.moved(-left, -top),
            parent=parent,
        )  # fmt: skip

    def _box(self, placed: PlacedBox) -> Iterator[Cell]:
        """Yield a box; a pile is a group of its front, which has name and lines, and the sheet behind it."""
        box, sheet, whole = placed.box, front(placed), placed.rect
        parent, (left, top) = self._within(box.group)
        id_ = self.ids[box.id]
        look = box_look(box, sheet.height)
        if whole != sheet:
            pile = f"{id_}-pile"
            yield Cell(
                id=pile,
                look={"group": "", "pointerEvents": 0, "connectable": 0},
                rect=whole.moved(-left, -top),
                parent=parent,
            )
            parent, left, top = pile, whole.x, whole.y
            behind = Rect(whole.right - sheet.width, whole.bottom - sheet.height, sheet.width, sheet.height)
            yield Cell(
                id=f"{id_}-behind",
                look={**look, "connectable": 0},
                rect=behind.moved(-left, -top),
                parent=parent,
            )
        yield Cell(
            id=id_,
            look=look,
            label=text_label(
                placed.text, LABEL_COLOURS | ({TextStyle.MARK: "hot"} if box.undeclared else {})
            ),
            said={
                "domain" if box.is_domain else "component": box.element,
                "tooltip": tooltip(box_lines(box)),
            },
            rect=sheet.moved(-left, -top),
            parent=parent,
        )

    def _line(self, placed: PlacedConnector, id_: str) -> Cell:
        connector, points = placed.connector, placed.points
        parent, (left, top) = self._within(self.nesting.meeting(connector.tail, connector.head).container)
        ends = {
            **self._end("exit", connector.tail, points[0]),
            **self._end("entry", connector.head, points[-1]),
        }
        along, offset = 0.0, (0.0, 0.0)
        if placed.label_rect:
            along, offset = _on_line(points, placed.label_rect.centre)
        return Cell(
            id=id_,
            look={**line_look(connector), **ends, "labelBackgroundColor": COLOURS["paper"].light},
            label=_line_label(placed),
            said={"interface": connector.element, "tooltip": tooltip(connector_lines(connector))},
            tail=self.ids[connector.tail],
            head=self.ids[connector.head],
            points=tuple((x - left, y - top) for x, y in points[1:-1]),
            along=along,
            offset=offset,
            parent=parent,
        )

    def _end(self, word: str, element: str, point: Point) -> Look:
        """Return the style that holds an end of a line where the layout has it, as fractions of the box."""
        rect = self.rects[element]
        x, y = (point[0] - rect.x) / rect.width, (point[1] - rect.y) / rect.height
        return {
            f"{word}X": f"{x:.5g}",
            f"{word}Y": f"{y:.5g}",
            f"{word}Dx": 0,
            f"{word}Dy": 0,
            f"{word}Perimeter": 0,
        }


def _line_label(placed: PlacedConnector) -> str:
    """Return the number as a badge, and the text behind it."""
    label = text_label(placed.label.text, {} if placed.connector.out_of_scope else LABEL_COLOURS)
    return _badge(placed.connector) + ("&nbsp;" if placed.label.number and label else "") + label


def _badge(connector: Connector) -> str:
    """Return the number on its ground: hollow for what is planned or out of scope, with a ring for administration."""
    if not connector.number:
        return ""
    hollow = connector.future or connector.out_of_scope
    ground, ink, edge = ("paper", "muted", "faint-line") if hollow else ("badge", "badge-text", "badge")
    ring = "focus" if connector.administration else edge
    style = (
        f"background-color:{COLOURS[ground].light};color:{COLOURS[ink].light};border:1.5px solid {COLOURS[ring].light};"
        "border-radius:9px;padding:1px 4px;font-size:9.5px;font-weight:bold"
    )
    return f'<span style="{style}">{html.escape(connector.number)}</span>'


def _on_line(points: tuple[Point, ...], place: Point) -> tuple[float, Point]:
    """Return how far along a line the point nearest to a place is, from -1 to 1, and the way from there to the place."""
    best = (float("inf"), 0.0, points[0])
    passed = 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        near = (min(max(place[0], min(ax, bx)), max(ax, bx)), min(max(place[1], min(ay, by)), max(ay, by)))
        away = abs(place[0] - near[0]) + abs(place[1] - near[1])
        best = min(best, (away, passed + abs(near[0] - ax) + abs(near[1] - ay), near))
        passed += abs(bx - ax) + abs(by - ay)
    _, at, near = best
    return (2 * at / passed - 1 if passed else 0.0), (place[0] - near[0], place[1] - near[1])
