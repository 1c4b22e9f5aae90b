"""Where the columns and rows of a sequence diagram stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.render.diagrams.sequence_bands import BAND_TOP, Band, Column, banded, own_width
from bartizan.render.diagrams.sequence_scene import Message, SequenceScene
from bartizan.render.diagrams.step_note import note_block
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, text_block
from bartizan.render.diagrams.whole_text import whole_block

COLUMN = 132.0
"""The least distance of two lifelines."""

TEXTS = (232.0, 220.0, 208.0, 196.0, 184.0, 172.0, 160.0, 150.0, 140.0, 130.0, 120.0, 110.0)
"""What a text may take between two neighbouring lifelines before it is broken: the first that makes the picture narrow enough."""

WIDE = 1150.0
"""What is narrow enough; with more columns than fit, the least of the above is taken."""

LOOP = 44.0
"""How far the arrow of a step within one entity reaches out."""

BADGE_ROOM = 18.0
"""What the step's badge takes of the space between two lifelines, and the arrowhead at the other end."""

MOST_LINES = 14
"""The most lines of what happens in a step: a whole paragraph, but nothing endless."""

TALL = 3
"""With more lines than this what happens in a step may spread over the lifelines beside its own…"""

SPREAD = 2.0
"""…to so many times the room between these: nothing else is as high as a step."""

IN_HEAD = ((136.0, 3), (160.0, 3), (190.0, 4), (230.0, 6))
"""The rooms for the name of an entity: a larger one where it would be cut or broken inside a word."""


@dataclass(frozen=True, slots=True)
class Row:
    """One step in its place, without its y."""

    message: Message
    text: TextBlock
    note: TextBlock
    height: float
    arrow: float = 0.0
    """The distance from its upper edge to its arrow; nothing for work within one entity."""

    @property
    def is_loop(self) -> bool:
        """Whether it is work within one entity."""
        return self.message.sender == self.message.receiver


@dataclass(frozen=True, slots=True)
class SequenceLayout:
    """A sequence diagram in its place; x counts from the left edge of the first column's name."""

    scene: SequenceScene
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    """In rows under the names: the outermost domains first, those in them below."""
    rows: tuple[Row, ...]
    width: float
    names: float
    """The height of the names at the top."""
    head: float
    """The height of the names and bands at the top."""


def laid_out_sequence(scene: SequenceScene) -> SequenceLayout:
    """Return columns just far enough apart for the texts between them, and rows just high enough for their lines."""
    layout = _with_texts_of(TEXTS[0], scene)
    for limit in TEXTS[1:]:
        if layout.width > WIDE:
            layout = _with_texts_of(limit, scene)
    return layout


def _with_texts_of(limit: float, scene: SequenceScene) -> SequenceLayout:
    columns = tuple(_columns(scene, limit))
    at = {column.entity.id: number for number, column in enumerate(columns)}
    rows = tuple(_row(message, columns, at, limit) for message in scene.messages)
    bands = banded(columns)
    right = [column.x + column.half for column in columns] + [band.right for band in bands]
    right += [
        columns[at[row.message.sender]].x + LOOP + 14 + max(row.text.width, row.note.width)
        for row in rows
        if row.is_loop
    ]
    names = max((column.name.height for column in columns), default=0.0)
    head = max((band.bottom for band in bands), default=BAND_TOP)
    return SequenceLayout(scene, columns, bands, rows, max(right, default=0.0), names, names + head)


def _columns(scene: SequenceScene, limit: float) -> Iterator[Column]:
    """Yield the columns from left to right, each as near to those before as names, bands and texts allow."""
    placed: list[Column] = []
    number = {entity.id: at for at, entity in enumerate(scene.entities)}
    for at, entity in enumerate(scene.entities):
        name = whole_block([(entity.name, TextStyle.HEAD)], IN_HEAD)
        marks = (
            [("not declared", TextStyle.MARK)]
            if entity.undeclared
            else [("planned", TextStyle.MARK)] * entity.future
        )
        name = TextBlock((*name.lines, *text_block(marks, limit=136).lines))
        half = max(name.width / 2 + 4, own_width(scene.entities, at) / 2, 26.0)
        x = half
        if placed:
            x = max(placed[-1].x + COLUMN, placed[-1].x + placed[-1].half + half + 14)
        for message in scene.messages:
            low, high = sorted((number[message.sender], number[message.receiver]))
            if low == high == at - 1:
                x = max(x, placed[low].x + LOOP + 26 + _natural(message, limit))
            elif low < high == at:
                x = max(x, placed[low].x + 2 * BADGE_ROOM + 12 + _natural(message, limit))
        column = Column(entity, x, name, half)
        placed.append(column)
        yield column


def _natural(message: Message, limit: float) -> float:
    """Return the width that the texts of a message want, broken where they would take too much."""
    return max(_text(message, limit).width, note_block(message, limit).width)


def _text(message: Message, limit: float) -> TextBlock:
    return text_block([(message.text, TextStyle.STEP)], limit, MOST_LINES)


def _row(message: Message, columns: tuple[Column, ...], at: dict[str, int], most: float) -> Row:
    low, high = sorted((columns[at[message.sender]].x, columns[at[message.receiver]].x))
    limit = most if low == high else max(high - low - 2 * BADGE_ROOM - 8, 80.0)
    text, note = _text(message, limit), note_block(message, limit)
    if len(text.lines) > TALL and low != high:
        room = 2 * min((low + high) / 2, columns[-1].x + columns[-1].half - (low + high) / 2)
        text = _text(message, max(limit, min(SPREAD * limit, room)))
    if low == high:
        return Row(message, text, note, max(50.0, text.height + note.height + 18))
    # What is wider than the arrow would run into the badge at its end.
    arrow = 12 + text.height + (3 if text.width <= limit else 12)
    return Row(message, text, note, arrow + 3 + note.height + 10, arrow)
