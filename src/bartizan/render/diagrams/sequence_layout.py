"""Where the columns and rows of a sequence diagram stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bartizan.render.diagrams.sequence_scene import Entity, Message, SequenceScene
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, text_block

COLUMN = 132.0
"""The least distance of two lifelines."""

TEXTS = (232.0, 180.0, 140.0, 110.0)
"""What a text may take between two neighbouring lifelines before it is broken: the first that makes the picture narrow enough."""

WIDE = 1150.0
"""What is narrow enough; with more columns than fit, the least of the above is taken."""

LOOP = 44.0
"""How far the arrow of a step within one entity reaches out."""

BADGE_ROOM = 18.0
"""What the step's badge takes of the space between two lifelines, and the arrowhead at the other end."""

BAND = 22.0
"""The height of a trust domain's band."""


@dataclass(frozen=True, slots=True)
class Column:
    """One entity in its place."""

    entity: Entity
    x: float
    name: TextBlock
    half: float
    """Half of the width that name and band need."""


@dataclass(frozen=True, slots=True)
class Band:
    """The shallow box of one trust domain under the names of neighbouring entities."""

    columns: tuple[Column, ...]
    title: TextBlock

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.columns[0].x - self.columns[0].half

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.columns[-1].x + self.columns[-1].half


@dataclass(frozen=True, slots=True)
class Row:
    """One step in its place, without its y."""

    message: Message
    text: TextBlock
    note: TextBlock
    height: float

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
    rows: tuple[Row, ...]
    width: float
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
    bands = tuple(_bands(columns))
    right = [column.x + column.half for column in columns] + [band.right for band in bands]
    right += [
        columns[at[row.message.sender]].x + LOOP + 14 + max(row.text.width, row.note.width)
        for row in rows
        if row.is_loop
    ]
    names = max((column.name.height for column in columns), default=0.0)
    return SequenceLayout(scene, columns, bands, rows, max(right, default=0.0), names + 6 + BAND)


def _columns(scene: SequenceScene, limit: float) -> Iterator[Column]:
    """Yield the columns from left to right, each as near to those before as names, bands and texts allow."""
    placed: list[Column] = []
    number = {entity.id: at for at, entity in enumerate(scene.entities)}
    for at, entity in enumerate(scene.entities):
        name = text_block([(entity.name, TextStyle.HEAD)], limit=136, most_lines=3)
        marks = (
            [("not declared", TextStyle.MARK)]
            if entity.undeclared
            else [("planned", TextStyle.MARK)] * entity.future
        )
        name = TextBlock((*name.lines, *text_block(marks, limit=136).lines))
        band = text_block([(entity.domain_name, TextStyle.GROUP)], limit=150, most_lines=1)
        half = max(name.width / 2 + 4, (band.width + 18) / 2 if not _shares_band(scene, at) else 26.0, 26.0)
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


def _shares_band(scene: SequenceScene, at: int) -> bool:
    domain = scene.entities[at].domain
    return bool(domain) and any(
        0 <= other < len(scene.entities) and scene.entities[other].domain == domain
        for other in (at - 1, at + 1)
    )


def _natural(message: Message, limit: float) -> float:
    """Return the width that the texts of a message want, broken where they would take too much."""
    return max(_text(message, limit).width, _note(message, limit).width)


def _text(message: Message, limit: float) -> TextBlock:
    return text_block([(message.text, TextStyle.STEP)], limit, most_lines=6)


def _note(message: Message, limit: float) -> TextBlock:
    return text_block([(message.note, TextStyle.NOTE)], limit, most_lines=6)


def _row(message: Message, columns: tuple[Column, ...], at: dict[str, int], most: float) -> Row:
    low, high = sorted((columns[at[message.sender]].x, columns[at[message.receiver]].x))
    limit = most if low == high else max(high - low - 2 * BADGE_ROOM - 8, 80.0)
    text, note = _text(message, limit), _note(message, limit)
    if low == high:
        return Row(message, text, note, max(50.0, text.height + note.height + 18))
    return Row(message, text, note, 12 + text.height + 6 + note.height + 10)


def _bands(columns: tuple[Column, ...]) -> Iterator[Band]:
    """Yield a band for each run of neighbours in one trust domain."""
    for domain, run in groupby(columns, key=lambda column: column.entity.domain):
        together = tuple(run)
        if domain:
            width = together[-1].x + together[-1].half - together[0].x + together[0].half
            title = text_block([(together[0].entity.domain_name, TextStyle.GROUP)], width - 8, most_lines=1)
            yield Band(together, title)
