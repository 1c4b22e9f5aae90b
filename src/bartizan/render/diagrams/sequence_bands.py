"""The shallow boxes of the trust domains under the names of a sequence diagram, one row for each level of nesting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bartizan.render.diagrams.scene import Group
from bartizan.render.diagrams.sequence_scene import Entity
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle
from bartizan.render.diagrams.whole_text import whole_block

BAND_TOP = 6.0
"""Between the names and the first row of bands."""

BAND_GAP = 3.0
"""Between a row of bands and the next."""

PADDING = 7.0
"""What a band is higher than its title."""

IN_BAND = ((132.0, 2), (160.0, 3), (200.0, 5))
"""The rooms for the title of a band that has only one column."""


@dataclass(frozen=True, slots=True)
class Column:
    """One entity in its place."""

    entity: Entity
    x: float
    name: TextBlock
    half: float
    """Half of the width that name and bands need."""


@dataclass(frozen=True, slots=True)
class Band:
    """The box of one trust domain under the names of neighbouring entities."""

    columns: tuple[Column, ...]
    group: Group
    title: TextBlock
    top: float = 0.0
    """Where it begins, below the names."""
    height: float = 0.0

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.columns[0].x - self.columns[0].half

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.columns[-1].x + self.columns[-1].half

    @property
    def bottom(self) -> float:
        """Where it ends, below the names."""
        return self.top + self.height


def banded(columns: tuple[Column, ...]) -> tuple[Band, ...]:
    """Return the bands of all domains, row by row, the outermost first; those of a row are equally high."""
    placed: list[Band] = []
    top = BAND_TOP
    for level in range(max((len(column.entity.domains) for column in columns), default=0)):
        row = list(_row(columns, level))
        height = max(band.title.height for band in row) + PADDING
        placed += [replace(band, top=top, height=height) for band in row]
        top += height + BAND_GAP
    return tuple(placed)


def _row(columns: tuple[Column, ...], level: int) -> Iterator[Band]:
    for path, run in groupby(columns, key=lambda column: _path(column.entity, level)):
        if path:
            together = tuple(run)
            width = together[-1].x + together[-1].half - together[0].x + together[0].half - 10
            group = together[0].entity.domains[level]
            title = whole_block([(group.name, TextStyle.GROUP)], ((width, 1), (width, 2), (width, 5)))
            yield Band(together, group, title)


def _path(entity: Entity, level: int) -> tuple[str, ...]:
    """Return the ids of the domains down to a level; nothing when the entity stands in fewer."""
    return tuple(group.id for group in entity.domains[: level + 1]) if level < len(entity.domains) else ()


def own_width(entities: Sequence[Entity], at: int) -> float:
    """Return how wide the column of an entity must be for the bands that it shares with no neighbour."""
    beside = [entities[other] for other in (at - 1, at + 1) if 0 <= other < len(entities)]
    entity = entities[at]
    own = [
        entity.domains[level]
        for level in range(len(entity.domains))
        if all(_path(other, level) != _path(entity, level) for other in beside)
    ]
    return max(
        (whole_block([(group.name, TextStyle.GROUP)], IN_BAND).width + 14 for group in own), default=0.0
    )
