"""What a page consists of before anybody asks what it means.

Sections, paragraphs, lists, tables and pictures, each with its place in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from bartizan.formats.openstack_rst.visible import visible
from bartizan.source.text import Source, Span


@dataclass(frozen=True, eq=False)
class Leaf:
    """A stretch of text that docutils found in one piece: a paragraph, a title, a term, a literal block."""

    source: Source
    text: str
    """Its markup, without the indentation it has in the file."""
    starts: tuple[int, ...]
    """Offset in the source of the beginning of each of its lines."""
    literal: bool = False
    """Whether it shows its text as it is, without any markup."""

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset in `text` of the beginning of each line."""
        starts = [0]
        for line in self.text.split("\n")[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return tuple(starts)

    def origin(self, at: int) -> int:
        """Return the offset in the source of an offset in `text`."""
        line = max(bisect_right(self.line_starts, at) - 1, 0)
        return min(self.starts[line] + at - self.line_starts[line], len(self.source.text))

    @property
    def all(self) -> Piece:
        """The whole of it."""
        return Piece(self, 0, len(self.text))


@dataclass(frozen=True)
class Piece:
    """A part of a leaf."""

    leaf: Leaf
    start: int
    end: int

    @property
    def markup(self) -> str:
        """What was written."""
        return self.leaf.text[self.start : self.end]

    @property
    def text(self) -> str:
        """What a reader of the printed page sees, on one line."""
        return " ".join((self.markup if self.leaf.literal else visible(self.markup)).split())

    @property
    def span(self) -> Span:
        """Where it stands in the file."""
        first = self.start + len(self.markup) - len(self.markup.lstrip())
        last = self.end - (len(self.markup) - len(self.markup.rstrip()))
        start = self.leaf.origin(first)
        return Span(self.leaf.source, start, max(start, self.leaf.origin(last)) if last > first else start)

    def cut(self, start: int, end: int | None = None) -> Piece:
        """Return a part of this piece, by offsets within it."""
        stop = self.end if end is None else self.start + end
        return Piece(self.leaf, min(self.start + start, self.end), min(stop, self.end))

    def strip(self, characters: str | None = None) -> Piece:
        """Return it without the white space, or the characters, around it."""
        markup = self.markup
        left = len(markup) - len(markup.lstrip(characters))
        return self.cut(left, max(left, len(markup.rstrip(characters))))

    def lines(self) -> tuple[Piece, ...]:
        """Return its lines."""
        return tuple(self.cut(*line.span()) for line in re.finditer(r"[^\n]+", self.markup))

    def __bool__(self) -> bool:
        """Whether there is anything in it but white space."""
        return bool(self.markup.strip())


@dataclass(frozen=True, eq=False)
class Paragraph:
    """Text that flows."""

    piece: Piece

    @property
    def markup(self) -> str:
        """The paragraph as it was written."""
        return self.piece.markup


@dataclass(frozen=True, eq=False)
class Entry:
    """One entry of a list: bulleted, numbered, or a term with what is said about it."""

    blocks: tuple[Block, ...]
    markup: str
    """All of it as it was written, without bullet and indentation."""
    number: str | None = None
    term: Piece | None = None
    """The term of a definition list, the name of a field."""


@dataclass(frozen=True, eq=False)
class Listing:
    """A list of any kind."""

    kind: str
    """`bullets`, `numbers`, `definitions` or `fields`."""
    entries: tuple[Entry, ...]
    markup: str


@dataclass(frozen=True, eq=False)
class Cell:
    """One cell of a table."""

    blocks: tuple[Block, ...]
    markup: str


@dataclass(frozen=True, eq=False)
class Table:
    """A table, in whichever of the five forms it was written."""

    title: Piece | None
    header: tuple[Cell, ...]
    """The cells of the first heading row; none where the table has no heading."""
    rows: tuple[tuple[Cell, ...], ...]
    markup: str


@dataclass(frozen=True, eq=False)
class Literal:
    """Text that is shown line by line as it is, and directives that docutils does not know."""

    piece: Piece
    markup: str


@dataclass(frozen=True, eq=False)
class Picture:
    """An image or a figure."""

    file: str
    alt: Piece | None
    caption: tuple[Block, ...]
    span: Span
    markup: str
    drawn: bool = False
    """Whether Bartizan drew it, so that it says nothing that the page does not say elsewhere."""


@dataclass(frozen=True, eq=False)
class Group:
    """Blocks that stand together: quoted, in an admonition, in a sidebar."""

    label: str | None
    """The word that is printed over it, such as `Note`."""
    blocks: tuple[Block, ...]
    markup: str


@dataclass(frozen=True, eq=False)
class Aside:
    """What is not shown on the page: a comment, the target of a link, a substitution."""

    piece: Piece
    markup: str


@dataclass(frozen=True, eq=False)
class Section:
    """A title and everything under it."""

    title: Piece
    blocks: tuple[Block, ...]
    markup: str = ""


Block: TypeAlias = Paragraph | Listing | Table | Literal | Picture | Group | Aside | Section


def pieces(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    """Yield every stretch of text in blocks, in the order of the page."""
    for block in blocks:
        match block:
            case Paragraph(piece) | Literal(piece) | Aside(piece):
                yield piece
            case Listing():
                for entry in block.entries:
                    if entry.term:
                        yield entry.term
                    yield from pieces(entry.blocks)
            case Table():
                if block.title:
                    yield block.title
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield from pieces(cell.blocks)
            case Picture():
                if block.alt:
                    yield block.alt
                yield from pieces(block.caption)
            case Group():
                yield from pieces(block.blocks)
            case Section():
                yield block.title
                yield from pieces(block.blocks)


def first_piece(blocks: tuple[Block, ...]) -> Piece | None:
    """Return the first text in blocks."""
    return next(pieces(blocks), None)
