"""What prose consists of once its markup is read: paragraphs, lists and literal text, for whoever prints it.

A renderer matches on the type of each block and needs nothing else: there is no raw markup, no picture and no
directive among them, every text is plain characters that the renderer escapes in its own way, and every link goes to
`http`, `https` or `mailto`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Style(Enum):
    """How a stretch of text stands out."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LITERAL = "literal"
    """Code, a file name, a command: printed in a monospaced face, spaces kept."""


class Numbering(Enum):
    """What the entries of a numbered list are counted with."""

    ARABIC = "arabic"
    LOWER_LETTERS = "loweralpha"
    UPPER_LETTERS = "upperalpha"
    LOWER_ROMAN = "lowerroman"
    UPPER_ROMAN = "upperroman"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Style = Style.PLAIN
    link: str | None = None
    """An absolute address with scheme `http`, `https` or `mailto`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that flows; a line end in a run is a space."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without numbers."""

    entries: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list with numbers or letters."""

    entries: tuple[tuple[Block, ...], ...]
    numbering: Numbering = Numbering.ARABIC
    start: int = 1
    """What the first entry is counted as."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what is said about it."""

    term: tuple[Run, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms, each with indented blocks under it."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that stand indented."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class LiteralBlock:
    """Text printed exactly as it is, line by line, in a monospaced face."""

    text: str


Block: TypeAlias = Paragraph | BulletList | NumberedList | DefinitionList | Quote | LiteralBlock


def words_of(blocks: tuple[Block, ...]) -> str:
    """Return the bare text of blocks on one line, for a title, an alternative text or a search."""
    return " ".join(" ".join(_texts(block)) for block in blocks).strip()


def _texts(block: Block) -> list[str]:
    match block:
        case Paragraph(runs):
            return ["".join(run.text for run in runs)]
        case LiteralBlock(text):
            return [text]
        case Quote(blocks):
            return [text for each in blocks for text in _texts(each)]
        case BulletList(entries) | NumberedList(entries):
            return [text for entry in entries for each in entry for text in _texts(each)]
        case DefinitionList(definitions):
            return [
                text
                for entry in definitions
                for text in (
                    "".join(run.text for run in entry.term),
                    *(t for b in entry.blocks for t in _texts(b)),
                )
            ]
