"""What a printed page consists of, before anyone decides how it looks: sections, tables, cards and words."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from bartizan.model.names import readable
from bartizan.model.shapes import ID

if TYPE_CHECKING:
    from bartizan.formats.prose.blocks import Numbering


class Tone(Enum):
    """How a word is meant, which decides how it is shown."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    ASIDE = "aside"
    """Said beside the matter, and shown more quietly."""
    ARROW = "arrow"
    """The word "to" between two ends; shown as an arrow."""
    NOT_SAID = "not said"
    """Nobody said it: shown quietly, never as a "no"."""
    UNKNOWN = "unknown"
    """Somebody asked and nobody knows."""
    MISSING = "missing"
    """An id that names nothing on the page."""
    TAG = "tag"
    """A word that marks the whole: planned, out of scope, a protocol."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN
    link: str = ""
    """Where it leads: `#` and an anchor on this page, or an http, https or mailto address; empty when nowhere."""


Words: TypeAlias = "tuple[Word, ...]"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand together."""

    words: Words


@dataclass(frozen=True, slots=True)
class ListOfBlocks:
    """A list, numbered or not."""

    entries: tuple[Blocks, ...]
    numbering: Numbering | None = None
    """What the entries are counted with; nothing when they are not numbered."""
    start: int = 1
    """What the first is counted as."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that stand indented."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Code:
    """Text whose line ends and spaces count."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said, and what it is about."""

    label: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Facts:
    """Several facts about one thing."""

    facts: tuple[Fact, ...]


class Nature(Enum):
    """What stands in a column, which decides how wide it is and how it may break."""

    NUMBER = "number"
    NAME = "name"
    LEVEL = "level"
    SHORT = "short"
    LIST = "list"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    nature: Nature
    asked: bool = True
    """Whether a reader expects it to be said of each row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, about one thing."""

    anchor: str
    """By what links find it; empty when nothing leads here."""
    cells: tuple[Blocks, ...]
    """As many as there are columns; an empty one was not said."""


@dataclass(frozen=True, slots=True)
class Table:
    """Things of one kind, one a line; the name stands in the first column that is one."""

    title: str
    """What the table is, for those who do not see it."""
    columns: tuple[Column, ...]
    """Only those of which at least one row says something."""
    rows: tuple[Row, ...]
    not_said: tuple[str, ...] = ()
    """The columns that are asked for and that no row says anything about."""


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one thing."""

    anchor: str
    number: str
    """Its number on the diagrams; empty when it has none."""
    title: Words
    tags: Words
    blocks: Blocks
    not_said: tuple[str, ...] = ()
    """What is asked for and was not said."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Things of one kind, each with room of its own."""

    cards: tuple[Card, ...]
    silent: Words = ()
    """The names of those about which nothing was said, and which have no card."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title within a section."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture drawn from the model."""

    name: str
    title: str
    description: str
    """What it shows, for those who do not see it."""
    width: float
    """In CSS pixels, as is the height."""
    height: float
    svg: str
    """For screens: light and dark."""
    plain_svg: str
    """For paper: without style sheets."""
    figure: str = ""
    """Which figure it is a part of, where one is continued in several drawings; empty where it is whole."""


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A picture that somebody drew, printed as it is."""

    file: str
    caption: Blocks
    alt: str
    """What it shows, as far as anybody said, for those who do not see it."""
    media_type: str
    """Such as `image/png`; empty when it cannot be printed."""
    width: int
    """In pixels, as is the height; zero when the file does not say."""
    height: int
    data: str
    """The file itself in base64; empty when it cannot be printed."""
    problem: str = ""
    """Why it cannot be printed."""


Block: TypeAlias = (
    "Paragraph | ListOfBlocks | Quote | Code | Facts | Table | Cards | Heading | Drawing | PrintedFigure"
)
Blocks: TypeAlias = "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page with a title of its own."""

    anchor: str
    number: int
    title: str
    blocks: Blocks
    """Empty when the templates ask for it and nothing was said."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as the page names them."""

    name: str
    handle: str
    """What they are called on line; empty when the page does not say."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A role and who has it."""

    role: str
    people: tuple[Person, ...]
    """Empty when nobody was named."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything that stands on a printed architecture page, in its order."""

    service: str
    """Empty when the page does not say, as are the next three."""
    release: str
    version: str
    status: str
    contacts: tuple[Contact, ...]
    sections: tuple[Section, ...]
    about: tuple[Fact, ...]
    """What is to be said about the page itself."""
    counts: str
    """How large the model is, in a few words."""
    digest: str
    """The digest of the model, in hexadecimal digits."""

    @property
    def title(self) -> str:
        """What the page is called; a title begins with a capital, as the diagrams do."""
        return f"{display_service(self.service)} architecture" if self.service else "Architecture page"

    @property
    def edition(self) -> str:
        """Which release and version the page is about, and how far it is, on one line."""
        parts = (
            self.release,
            f"version {self.version}" if self.version else "",
            self.status or "status not said",
        )
        return " · ".join(part for part in parts if part)


def display_service(service: str) -> str:
    """Return what people see of a service's name: one written as an id is made readable, any other is left alone."""
    return readable(service) if ID.fullmatch(service) else service


def as_json(part: object) -> Any:
    """Return the page, or a part of it, as what JSON can hold; each part names its `kind`."""
    if isinstance(part, tuple):
        return [as_json(each) for each in part]
    if isinstance(part, Enum):
        return part.value
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        fields = {field.name: as_json(getattr(part, field.name)) for field in dataclasses.fields(part)}
        return {"kind": type(part).__name__} | fields
    return part
