"""Draw sequence diagrams: one picture, or sheets that continue each other for print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.compose import MARGIN, sheet_title
from bartizan.render.diagrams.draw_sequence import drawn_sequence
from bartizan.render.diagrams.picture import Picture, picture
from bartizan.render.diagrams.sentence import sentence
from bartizan.render.diagrams.sequence_layout import Row, SequenceLayout, laid_out_sequence
from bartizan.render.diagrams.sequence_legend import sequence_legend
from bartizan.render.diagrams.sequence_scene import sequence_scene, steps_in_words
from bartizan.render.diagrams.svg_tree import group
from bartizan.render.diagrams.theme import Theme

LEAST_WIDTH = 380.0
"""No sheet is narrower than this, for the sake of its title."""

LEGEND_GAP = 14.0
"""Between the steps and the legend."""


class Sheet(NamedTuple):
    """What one picture shows of a sequence diagram."""

    name: str
    title: str
    description: str
    rows: Sequence[Row]


def sequence_diagram(architecture: Architecture, use_case: str, *, theme: Theme = Theme.AUTO) -> Picture:
    """Return the steps of the use case with that id as one picture, however high.

    Raises `KeyError` when there is no such use case.
    """
    layout = laid_out_sequence(sequence_scene(architecture, architecture.use_cases[use_case]))
    return _drawn(
        layout, Sheet(layout.scene.name, layout.scene.title, layout.scene.description, layout.rows), theme
    )


def sequence_sheets(
    architecture: Architecture, use_case: str, *, most_height: float, theme: Theme = Theme.AUTO
) -> list[Picture]:
    """Return the same on sheets of at most that height, each with the names again; one row at least is on each sheet."""
    layout = laid_out_sequence(sequence_scene(architecture, architecture.use_cases[use_case]))
    _, notes = sequence_legend(layout, layout.rows, max(layout.width, LEAST_WIDTH))
    room = most_height - layout.head - 22 - 2 * MARGIN - 44 - (LEGEND_GAP + notes if notes else 0)
    parts = list(_parted(layout.rows, room))
    if len(parts) < 2:
        return [sequence_diagram(architecture, use_case, theme=theme)]
    return [_drawn(layout, _part(layout, rows, at, len(parts)), theme) for at, rows in enumerate(parts, 1)]


def _part(layout: SequenceLayout, rows: Sequence[Row], at: int, count: int) -> Sheet:
    """Return one of several sheets, described by the steps that are on it."""
    scene, messages = layout.scene, [row.message for row in rows]
    first, last = messages[0].number, messages[-1].number
    steps = f"Step {first}" if first == last else f"Steps {first} to {last}"
    which = sentence(f"{steps} of {len(scene.messages)} of the diagram {scene.title}")
    description = steps_in_words(which, scene.entities, messages)
    return Sheet(f"{scene.name}-{at}", f"{scene.title} ({at} of {count})", description, rows)


def _parted(rows: Sequence[Row], room: float) -> Iterator[Sequence[Row]]:
    """Yield the rows of each sheet: on as few sheets as there have to be, and about as much on each."""
    least = len(list(_filled(rows, room)))
    shares = (room * share / 40 for share in range(1, 41))
    yield from _filled(rows, next((each for each in shares if len(list(_filled(rows, each))) == least), room))


def _filled(rows: Sequence[Row], room: float) -> Iterator[Sequence[Row]]:
    """Yield the rows of each sheet when every one is filled before the next is begun."""
    sheet: list[Row] = []
    for row in rows:
        if sheet and sum(each.height for each in sheet) + row.height > room:
            yield sheet
            sheet = []
        sheet.append(row)
    if sheet:
        yield sheet


def _drawn(layout: SequenceLayout, sheet: Sheet, theme: Theme) -> Picture:
    width = max(layout.width, LEAST_WIDTH)
    heading, top = sheet_title(sheet.title, width)
    drawing, height = drawn_sequence(layout, sheet.rows) if layout.columns else ([], 0.0)
    left = MARGIN + (width - layout.width) / 2
    notes, notes_height = sequence_legend(layout, sheet.rows, width)
    below = MARGIN + top + height + LEGEND_GAP
    parts = [
        *heading,
        group(drawing, classes="drawing", transform=f"translate({left:.2f} {MARGIN + top:.2f})"),
        *(
            [group(notes, classes="legend", transform=f"translate({MARGIN:.2f} {below:.2f})")]
            if notes
            else []
        ),
    ]
    height += LEGEND_GAP + notes_height if notes else 0
    return picture(
        sheet.name,
        sheet.title,
        sheet.description,
        round(width + 2 * MARGIN),
        round(top + height + 2 * MARGIN),
        parts,
        theme,
    )
