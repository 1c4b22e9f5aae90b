"""Draw sequence diagrams: one picture, or sheets that continue each other for print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.compose import MARGIN, sheet_title
from bartizan.render.diagrams.data_names import DOUBT
from bartizan.render.diagrams.draw_sequence import drawn_sequence
from bartizan.render.diagrams.legend import footnote
from bartizan.render.diagrams.picture import Picture, picture
from bartizan.render.diagrams.sequence_layout import Row, SequenceLayout, laid_out_sequence
from bartizan.render.diagrams.sequence_scene import sequence_scene
from bartizan.render.diagrams.svg_tree import group
from bartizan.render.diagrams.theme import Theme

LEAST_WIDTH = 380.0
"""No sheet is narrower than this, for the sake of its title."""


def sequence_diagram(architecture: Architecture, use_case: str, *, theme: Theme = Theme.AUTO) -> Picture:
    """Return the steps of the use case with that id as one picture, however high.

    Raises `KeyError` when there is no such use case.
    """
    layout = laid_out_sequence(sequence_scene(architecture, architecture.use_cases[use_case]))
    scene = layout.scene
    return _sheet(layout, layout.rows, scene.name, scene.title, theme)


def sequence_sheets(
    architecture: Architecture, use_case: str, *, most_height: float, theme: Theme = Theme.AUTO
) -> list[Picture]:
    """Return the same on sheets of at most that height, each with the names again; one row at least is on each sheet."""
    layout = laid_out_sequence(sequence_scene(architecture, architecture.use_cases[use_case]))
    doubts = 26 if any(row.message.in_doubt for row in layout.rows) else 0
    room = most_height - layout.head - 22 - 2 * MARGIN - 44 - doubts
    sheets = list(_parted(layout.rows, room)) or [layout.rows]
    if len(sheets) == 1:
        return [_sheet(layout, layout.rows, layout.scene.name, layout.scene.title, theme)]
    return [
        _sheet(
            layout, rows, f"{layout.scene.name}-{at}", f"{layout.scene.title} ({at} of {len(sheets)})", theme
        )
        for at, rows in enumerate(sheets, 1)
    ]


def _parted(rows: Sequence[Row], room: float) -> Iterator[Sequence[Row]]:
    sheet: list[Row] = []
    for row in rows:
        if sheet and sum(each.height for each in sheet) + row.height > room:
            yield sheet
            sheet = []
        sheet.append(row)
    if sheet:
        yield sheet


def _sheet(layout: SequenceLayout, rows: Sequence[Row], name: str, title: str, theme: Theme) -> Picture:
    width = max(layout.width, LEAST_WIDTH)
    heading, top = sheet_title(title, width)
    drawing, height = drawn_sequence(layout, rows) if layout.columns else ([], 0.0)
    left = MARGIN + (width - layout.width) / 2
    notes = (
        footnote(DOUBT, MARGIN, MARGIN + top + height + 8)
        if any(row.message.in_doubt for row in rows)
        else []
    )
    height += 26 if notes else 0
    parts = [
        *heading,
        *notes,
        group(drawing, classes="drawing", transform=f"translate({left:.2f} {MARGIN + top:.2f})"),
    ]
    return picture(
        name,
        title,
        layout.scene.description,
        round(width + 2 * MARGIN),
        round(top + height + 2 * MARGIN),
        parts,
        theme,
    )
