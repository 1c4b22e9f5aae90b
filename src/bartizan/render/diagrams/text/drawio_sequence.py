"""A sequence diagram in draw.io: lifelines, the bands of trust domains, and messages as lines between them."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.render.diagrams.geometry import Rect, number
from bartizan.render.diagrams.scene import GroupKind
from bartizan.render.diagrams.sequence_bands import Band, Column
from bartizan.render.diagrams.sequence_layout import (
    LOOP,
    Row,
    SequenceLayout,
    laid_out_sequence,
)
from bartizan.render.diagrams.sequence_scene import SequenceScene
from bartizan.render.diagrams.text.drawio_captions import TITLE_HEIGHT, doubt_cell
from bartizan.render.diagrams.text.drawio_cells import Cell, Look, text_label, tooltip
from bartizan.render.diagrams.text.drawio_looks import BOUNDARIES, TITLE_COLOURS
from bartizan.render.diagrams.text.safe_ids import entity_ids
from bartizan.render.diagrams.text.wording import entity_lines, message_lines
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle
from bartizan.render.diagrams.theme import COLOURS

COLOUR_OF = {TextStyle.HEAD: "text", TextStyle.STEP: "text"}
"""The role of the colour of each style of text; of all others, `muted`."""

BADGE = 18.0
"""The diameter of the badge with a step's number."""


def sequence_cells(scene: SequenceScene) -> Iterator[Cell]:
    """Yield lifelines, then bands, then messages, at the places that the picture has."""
    layout = laid_out_sequence(scene)
    ids = entity_ids(scene.entities)
    length = layout.head + 10 + sum(row.height for row in layout.rows) + 12
    for column in layout.columns:
        yield _lifeline(layout, column, ids[column.entity.id], length)
    for at, band in enumerate(layout.bands, 1):
        yield _band(layout, band, f"band-{at}")
    top = layout.head + 10
    for row in layout.rows:
        yield from _message(row, ids[row.message.sender], ids[row.message.receiver], layout, top, length)
        top += row.height
    if any(row.message.in_doubt for row in layout.rows):
        yield doubt_cell(TITLE_HEIGHT + length)


def _lifeline(layout: SequenceLayout, column: Column, id_: str, length: float) -> Cell:
    names = layout.names
    # A participant of a shape that draw.io does not know stands there with its name alone, without a box around it.
    look: Look = {
        "shape": "umlLifeline", "perimeter": "lifelinePerimeter", "html": 1, "whiteSpace": "wrap", "container": 1,
        "collapsible": 0, "recursiveResize": 0, "outlineConnect": 0, "size": names, "fillColor": "none", "spacing": 0,
        "verticalAlign": "bottom", "strokeColor": COLOURS["lifeline"].light, "dashed": 1, "dashPattern": "5 4",
        "participant": "name",
    }  # fmt: skip
    return Cell(
        id=id_,
        look=look,
        label=text_label(column.name, COLOUR_OF),
        said={"component": column.entity.element, "tooltip": tooltip(entity_lines(column.entity))},
        rect=Rect(column.x - column.half, TITLE_HEIGHT, 2 * column.half, length),
    )


def _band(layout: SequenceLayout, band: Band, id_: str) -> Cell:
    kind = band.group.kind
    dashes = "1.5 3.5" if kind in {GroupKind.GROUP, GroupKind.HOST} else "8 5"
    top = TITLE_HEIGHT + layout.names + band.top
    return Cell(
        id=id_,
        look={**BOUNDARIES[kind], "dashed": 1, "dashPattern": dashes, "absoluteArcSize": 1, "arcSize": 8, "html": 1,
              "connectable": 0},
        label=text_label(band.title, {TextStyle.GROUP: TITLE_COLOURS.get(kind, "group-text")}),
        said={"domain": band.group.element, "tooltip": tooltip([band.group.name])},
        rect=Rect(band.left, top, band.right - band.left, band.height),
    )  # fmt: skip


def _message(
    row: Row, sender: str, receiver: str, layout: SequenceLayout, top: float, length: float
) -> Iterator[Cell]:
    """Yield the line with what happens above it, what moves below it, and the badge at its tail."""
    message = row.message
    id_ = f"step-{message.number}"
    middle = top + row.height / 2
    out, back = (middle - 11, middle + 11) if row.is_loop else (top + row.arrow,) * 2
    x = {column.entity.id: column.x for column in layout.columns}[message.sender]
    corners = ((x + LOOP, TITLE_HEIGHT + out), (x + LOOP, TITLE_HEIGHT + back)) if row.is_loop else ()
    both = TextBlock((*row.text.lines, *row.note.lines))
    yield Cell(
        id=id_,
        look=_line_look(row, out / length, back / length),
        label=text_label(both if row.is_loop else row.text, COLOUR_OF),
        said={"interface": message.interface, "tooltip": tooltip(message_lines(message))},
        tail=sender,
        head=receiver,
        points=corners,
        along=0.0,
        offset=(12.0, 0.0) if row.is_loop else (0.0, -3.0),
    )
    if row.note.lines and not row.is_loop:
        yield Cell(
            id=f"{id_}-note",
            parent=id_,
            look={"text": "", "html": 1, "align": "center", "verticalAlign": "top", "spacing": 0, "connectable": 0,
                  "labelBackgroundColor": COLOURS["paper"].light},
            label=text_label(row.note, COLOUR_OF),
            along=0.0,
            offset=(0.0, -2.0),
        )  # fmt: skip
    yield _badge(row, id_)


def _line_look(row: Row, out: float, back: float) -> Look:
    look: dict[str, str | float] = {
        "html": 1, "strokeColor": COLOURS["line"].light, "strokeWidth": 1.5, "endArrow": "block", "endFill": 1, "endSize": 6,
        "edgeStyle": "none", "rounded": 1, "spacing": 0, "labelBackgroundColor": COLOURS["paper"].light,
        "exitX": 0.5, "exitY": f"{out:.6g}", "exitDx": 0, "exitDy": 0, "exitPerimeter": 0,
        "entryX": 0.5, "entryY": f"{back:.6g}", "entryDx": 0, "entryDy": 0, "entryPerimeter": 0,
    }  # fmt: skip
    if row.is_loop:
        look |= {"align": "left", "verticalAlign": "middle"}
    else:
        look |= {"align": "center", "verticalAlign": "bottom"}
    if row.message.reply or row.message.future:
        look |= {"dashed": 1, "dashPattern": "6 4"}
    return look


def _badge(row: Row, line: str) -> Cell:
    future = row.message.future
    ground, edge, ink = ("paper", "faint-line", "muted") if future else ("paper", "ink", "text")
    text = str(row.message.number)
    width = BADGE if len(text) < 3 else BADGE + 6
    return Cell(
        id=f"{line}-number",
        parent=line,
        look={"rounded": 1, "arcSize": 50, "html": 1, "fillColor": COLOURS[ground].light,
              "strokeColor": COLOURS[edge].light, "spacing": 0, "connectable": 0},
        label=f'<span style="font-size:9.5px;font-weight:bold;color:{COLOURS[ink].light}">{number(row.message.number)}</span>',
        rect=Rect(0, 0, width, BADGE),
        along=-1.0,
        offset=(-width / 2, -BADGE / 2),
    )  # fmt: skip
