"""Draw a sequence diagram, whole or as one of several sheets that continue each other."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.render.diagrams.draw_connectors import drawn_badge
from bartizan.render.diagrams.draw_groups import LOOKS
from bartizan.render.diagrams.geometry import number
from bartizan.render.diagrams.label import BADGE
from bartizan.render.diagrams.sequence_bands import Band, Column
from bartizan.render.diagrams.sequence_layout import LOOP, Row, SequenceLayout
from bartizan.render.diagrams.svg_tree import Element, group, shape, text_line
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle

HEAD = 9.0
"""The length of an arrowhead."""

TAIL_NAMES_ABOVE = 20
"""With more rows than this the names stand below the lifelines as well."""


def drawn_sequence(layout: SequenceLayout, rows: Sequence[Row]) -> tuple[list[Element], float]:
    """Return names, bands, lifelines and the given rows, and the height of it all."""
    end = layout.head + 10 + sum(row.height for row in rows) + 12
    parts = [*_zebra(layout, rows), *_lifelines(layout, end), *_heads(layout)]
    y = layout.head + 10
    for row in rows:
        parts.append(_row(layout, row, y))
        y += row.height
    if len(rows) > TAIL_NAMES_ABOVE:
        parts += [
            element for column in layout.columns for element in _name(column, end + 4 + column.name.height)
        ]
        end += 10 + max(column.name.height for column in layout.columns)
    return parts, end


def _zebra(layout: SequenceLayout, rows: Sequence[Row]) -> list[Element]:
    """Return a stripe behind every second step, by its number, so that a continued sheet goes on in turn."""
    stripes = []
    y = layout.head + 10
    for row in rows:
        if row.message.number % 2 == 0:
            stripes.append(
                shape("rect", "zebra", x=-8.0, y=y, width=layout.width + 16, height=row.height, rx=4.0)
            )
        y += row.height
    return stripes


def _lifelines(layout: SequenceLayout, end: float) -> list[Element]:
    """Return the lifelines, each from below the name or the last band of its entity."""
    start = {column.entity.id: 2.0 for column in layout.columns}
    for band in layout.bands:
        start.update((column.entity.id, band.bottom) for column in band.columns)
    return [
        shape(
            "path",
            "lifeline",
            d=f"M{number(column.x)} {number(layout.names + start[column.entity.id])}V{number(end)}",
        )
        for column in layout.columns
    ]


def _heads(layout: SequenceLayout) -> list[Element]:
    heads = []
    for column in layout.columns:
        states = [
            word
            for word, holds in (("future", column.entity.future), ("undeclared", column.entity.undeclared))
            if holds
        ]
        parts = _name(column, layout.names)
        heads.append(
            group(
                parts,
                classes=" ".join(["component", *states]),
                title=column.entity.name,
                role="graphics-symbol img",
                data_component=column.entity.element,
            )
        )
    return [*heads, *(_band(band, layout.names) for band in layout.bands)]


def _band(band: Band, names: float) -> Element:
    mark, _ = LOOKS[band.group.kind]
    top = names + band.top
    box = shape("rect", mark, x=band.left, y=top, width=band.right - band.left, height=band.height, rx=4.0)
    y = top + (band.height - band.title.height) / 2
    words = []
    for line in band.title.lines:
        y += line.style.height
        baseline = y - line.style.height / 2 + line.style.size * 0.36
        words.append(text_line(line, (band.left + band.right) / 2, baseline, f"c-{mark}", anchor="middle"))
    return group(
        [box, *words],
        classes=f"domain {mark}",
        title=f"{band.group.name}, trust domain, {band.group.kind.value}",
        role="graphics-object group",
        data_domain=band.group.element,
    )


def _name(column: Column, bottom: float) -> list[Element]:
    """Return the name of an entity, its last line just above `bottom`."""
    y = bottom - column.name.height
    lines = []
    for line in column.name.lines:
        y += line.style.height
        mark = (
            "c-text" if line.style is TextStyle.HEAD else "c-hot" if column.entity.undeclared else "c-muted"
        )
        lines.append(text_line(line, column.x, y - line.style.height * 0.28, mark, anchor="middle"))
    return lines


def _row(layout: SequenceLayout, row: Row, top: float) -> Element:
    """Return one step: badge at the sender, arrow, what happens above it, data and protocol below."""
    x = {column.entity.id: column.x for column in layout.columns}
    names = {column.entity.id: column.entity.name for column in layout.columns}
    message = row.message
    start, end = x[message.sender], x[message.receiver]
    parts = _loop(row, start, top) if row.is_loop else _arrow(layout, row, start, end, top)
    words = f"Step {message.number}: {names[message.sender]} to {names[message.receiver]}: {message.text or 'not said'}"
    states = [word for word, holds in (("reply", message.reply), ("future", message.future)) if holds]
    return group(
        parts,
        classes=" ".join(["step", *states]),
        title=f"{words} ({message.note})" if message.note else words,
        role="graphics-symbol img",
        data_interface=message.interface,
        data_step=str(message.number),
    )


def _arrow(layout: SequenceLayout, row: Row, start: float, end: float, top: float) -> list[Element]:
    y = top + row.arrow
    way = 1.0 if end > start else -1.0
    middle = (start + end) / 2
    tip = end - way * 1.0
    return [
        *_lines(layout, row, row.text, middle, top + 12, "c-text"),
        *_lines(layout, row, row.note, middle, y + 4, "c-muted"),
        shape("path", *_line_marks(row), d=f"M{number(start)} {number(y)}H{number(tip - way * (HEAD - 1))}"),
        _head(tip, y, way),
        *_badge(row, start, y),
    ]


def _loop(row: Row, x: float, top: float) -> list[Element]:
    middle = top + row.height / 2
    out, upper, lower = x + LOOP, middle - 11, middle + 11
    path = (
        f"M{number(x)} {number(upper)}H{number(out - 7)}Q{number(out)} {number(upper)} {number(out)} {number(upper + 7)}"
        f"V{number(lower - 7)}Q{number(out)} {number(lower)} {number(out - 7)} {number(lower)}H{number(x + HEAD)}"
    )
    y = middle - (row.text.height + row.note.height) / 2
    words = []
    for line in (*row.text.lines, *row.note.lines):
        y += line.style.height
        mark = "c-text" if line.style is TextStyle.STEP else "c-muted"
        words.append(text_line(line, out + 12, y - line.style.height * 0.26, mark))
    return [
        shape("path", *_line_marks(row), d=path),
        _head(x + 1, lower, -1.0),
        *_badge(row, x, upper),
        *words,
    ]


def _lines(
    layout: SequenceLayout, row: Row, text: TextBlock, middle: float, top: float, mark: str
) -> list[Element]:
    """Return lines of text, with a ground of their own where a lifeline runs behind them."""
    parts = []
    y = top
    for line in text.lines:
        left, right = middle - line.width / 2, middle + line.width / 2
        if any(left - 3 < column.x < right + 3 for column in layout.columns):
            ground = "zebra" if row.message.number % 2 == 0 else "paper"
            parts.append(
                shape("rect", ground, x=left - 3, y=y, width=line.width + 6, height=line.style.height)
            )
        y += line.style.height
        parts.append(text_line(line, middle, y - line.style.height * 0.26, mark, anchor="middle"))
    return parts


def _line_marks(row: Row) -> tuple[str, ...]:
    return ("line", "dashed") if row.message.reply or row.message.future else ("line",)


def _head(tip: float, y: float, way: float) -> Element:
    back = number(tip - way * HEAD)
    return shape(
        "polygon",
        "head",
        points=f"{number(tip)} {number(y)} {back} {number(y - 3.9)} {back} {number(y + 3.9)}",
    )


def _badge(row: Row, x: float, y: float) -> list[Element]:
    text = str(row.message.number)
    width = BADGE + 1 if len(text) < 3 else BADGE + 7
    return drawn_badge(
        text, width, (x, y), ("badge-hollow",) if row.message.future else ("badge-step",), BADGE + 1
    )
