"""The shapes a field can have: one declaration from which reading, writing, schema and references all follow."""

from __future__ import annotations

import dataclasses
import datetime
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bartizan.source.nodes import Node, Path
from bartizan.source.plain import Plain, Word, to_plain

if TYPE_CHECKING:
    from bartizan.model.reading import Reading

Value = TypeVar("Value")

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an id looks like; a value of this form in a column that takes ids or prose is an id."""

CONTROL = re.compile(rf"{ID.pattern}/{ID.pattern}")
"""A control on an element: the element's id and a word, as in `1/encryption`."""

RESERVED = frozenset({"all", "nothing", "nowhere", "unknown"})
"""Words that stand where an id could and never name an element."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place in a document that names an element by its id."""

    path: Path
    """Where it stands; the last step is the key itself when the id is a key."""
    id: str
    sections: tuple[str, ...]
    """The sections of the page whose elements may be meant, in the page's words."""
    tail: str = ""
    """What is written behind the id in the same word: `/encryption` in `1/encryption`."""
    is_key: bool = False
    """Whether the id is written as a key of a mapping."""
    by_use: bool = False
    """Whether naming it is enough to declare it, as for trust domains."""


SINGULAR = {
    "external-dependencies": "dependency",
    "trust-domains": "trust domain",
    "components": "component",
    "interfaces": "interface",
    "data-assets": "data asset",
    "controls": "control",
    "threat-actors": "threat actor",
    "abuse-cases": "abuse case",
    "use-cases": "use case",
    "variants": "variant",
}
"""What one element of each section is called."""

ELEMENTS = ("interfaces", "components", "data-assets", "trust-domains")
"""The sections whose elements a control can stand on."""


def on_element(control: str, path: Path, *, is_key: bool = False) -> Reference:
    """Return the reference to the element in a control's id such as `1/encryption`."""
    element, _, word = control.partition("/")
    return Reference(path, element, ELEMENTS, f"/{word}", is_key)


class Shape(ABC, Generic[Value]):
    """How a field is written, and what it becomes."""

    missing: Value
    """What the field is when nothing was said."""

    @abstractmethod
    def read(self, node: Node, path: Path, reading: Reading) -> Value:
        """Return the value written at `node`; what is wrong goes to `reading`, and the value is then `missing`."""

    @abstractmethod
    def write(self, value: Value) -> Plain:
        """Return the shortest way to write `value` that reads back the same."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of what may be written."""

    def references(self, value: Value, path: Path) -> Iterator[Reference]:  # noqa: ARG002 (for those that have some)
        """Yield each id in `value`, with the place where it is written."""
        yield from ()


def said(shape: Shape[Value], meaning: str, *, key: str | None = None, used_by: str = "") -> Value:
    """Declare a field of a noun: its shape and, in a sentence or two, what it means.

    `key` is the word in the file where it differs from the attribute's name. `used_by` names the rule or the
    drawing that the field makes a difference to, for a field that no part of this release reads yet.
    """
    metadata = {"shape": shape, "meaning": meaning, "key": key, "used_by": used_by}
    if isinstance(shape.missing, Mapping):
        empty: Any = dataclasses.field(default_factory=dict, metadata=metadata)
    else:
        empty = dataclasses.field(default=shape.missing, metadata=metadata)
    declared: Value = empty
    return declared


class Text(Shape[str | None]):
    """One line of text, as it was written."""

    missing: str | None = None

    def read(self, node: Node, path: Path, reading: Reading) -> str | None:
        """Return the text without the white space around it; line ends become spaces."""
        scalar = reading.scalar(node, path, "one line of text")
        return " ".join(scalar.text.split()) or None if scalar else None

    def write(self, value: str | None) -> Plain:
        """Return the text itself."""
        return value

    def schema(self) -> dict[str, Any]:
        """Any scalar: editors must not mind `version: 1.10`."""
        return {"type": ["string", "number", "boolean", "null"]}


class Prose(Shape[str | None]):
    """Paragraphs, printed as written."""

    missing = None

    def read(self, node: Node, path: Path, reading: Reading) -> str | None:
        """Return the text with line ends as LF, without white space at the ends of lines or around the whole."""
        scalar = reading.scalar(node, path, "text")
        return tidy_prose(scalar.text) if scalar else None

    def write(self, value: str | None) -> Plain:
        """Return the text itself."""
        return value

    def schema(self) -> dict[str, Any]:
        """Any scalar, as for one line of text."""
        return {"type": ["string", "number", "boolean", "null"]}


def tidy_prose(text: str) -> str | None:
    """Return prose in the one form that is kept: LF, no tabs, no trailing white space, no empty first or last line."""
    lines = [line.rstrip() for line in text.expandtabs(8).splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        return None
    lines[0] = lines[0].lstrip()
    return "\n".join(lines)


class Flag(Enum):
    """An answer to a yes-or-no question; a question nobody answered has no flag at all."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    """Somebody asked and nobody knows: treated as not said, not asked again until the next release."""


_FLAGS = {"yes": Flag.YES, "true": Flag.YES, "no": Flag.NO, "false": Flag.NO, "unknown": Flag.UNKNOWN}


class YesNo(Shape[Flag | None]):
    """`yes`, `no`, `true`, `false` or `unknown`."""

    missing = None

    def read(self, node: Node, path: Path, reading: Reading) -> Flag | None:
        """Return the flag, whatever the case of its letters."""
        scalar = reading.scalar(node, path, "`yes` or `no`")
        if scalar is None:
            return None
        flag = _FLAGS.get(scalar.text.strip().lower())
        if flag is None:
            reading.not_a_choice(scalar, ("yes", "no", "unknown"))
        return flag

    def write(self, value: Flag | None) -> Plain:
        """Return the word."""
        return Word(value.value) if value else None

    def schema(self) -> dict[str, Any]:
        """A boolean or one of the words, since editors read an unquoted `yes` either way."""
        return {"enum": ["yes", "no", "unknown", "true", "false", True, False, None]}


Choice = TypeVar("Choice", bound=Enum)


class OneOf(Shape["Choice | None"], Generic[Choice]):
    """One of a closed list of words."""

    missing = None

    def __init__(self, choices: type[Choice]) -> None:
        """Take the words from the values of an enumeration; case, hyphens and spaces do not matter."""
        self.choices = choices
        self._by_word = {_fold(choice.value): choice for choice in choices}

    def read(self, node: Node, path: Path, reading: Reading) -> Choice | None:
        """Return the member whose value was written."""
        words = [choice.value for choice in self.choices]
        scalar = reading.scalar(node, path, "one of " + ", ".join(f"`{word}`" for word in words))
        if scalar is None:
            return None
        choice = self._by_word.get(_fold(scalar.text))
        if choice is None:
            reading.not_a_choice(scalar, tuple(words))
        return choice

    def write(self, value: Choice | None) -> Plain:
        """Return the word."""
        return Word(value.value) if value else None

    def schema(self) -> dict[str, Any]:
        """The words; other spellings of them are understood but not offered."""
        return {"enum": [*(choice.value for choice in self.choices), None]}


def _fold(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text.strip().lower())


class Date(Shape[datetime.date | None]):
    """A day, written as 2026-12-31."""

    missing = None

    def read(self, node: Node, path: Path, reading: Reading) -> datetime.date | None:
        """Return the day."""
        scalar = reading.scalar(node, path, "a date such as 2026-12-31")
        if scalar is None:
            return None
        try:
            return datetime.date.fromisoformat(scalar.text.strip())
        except ValueError:
            reading.wrong(
                "not-a-date",
                scalar,
                f"`{scalar.text}` is not a date",
                "write the day as year-month-day, such as 2026-12-31",
            )
            return None

    def write(self, value: datetime.date | None) -> Plain:
        """Return the day in ISO form."""
        return Word(value.isoformat()) if value else None

    def schema(self) -> dict[str, Any]:
        """An ISO date."""
        return {"type": ["string", "null"], "format": "date"}


class Number(Shape[float | None]):
    """A number between two bounds."""

    missing = None

    def __init__(self, least: float, most: float) -> None:
        """Take the bounds, both allowed."""
        self.least, self.most = least, most

    def read(self, node: Node, path: Path, reading: Reading) -> float | None:
        """Return the number."""
        scalar = reading.scalar(node, path, "a number")
        if scalar is None:
            return None
        if re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,15})?", scalar.text.strip()):
            number = float(scalar.text)
            if self.least <= number <= self.most:
                return number
        reading.wrong(
            "not-a-number", scalar, f"`{scalar.text}` is not a number from {_digits(self.least)} to {_digits(self.most)}",
            "write digits, with a point before decimals",
        )  # fmt: skip
        return None

    def write(self, value: float | None) -> Plain:
        """Return the digits, without an exponent."""
        return None if value is None else Word(_digits(value))

    def schema(self) -> dict[str, Any]:
        """A number within the bounds."""
        return {"type": ["number", "null"], "minimum": self.least, "maximum": self.most}


def _digits(value: float) -> str:
    return f"{value:.15f}".rstrip("0").rstrip(".")


def one_of(sections: tuple[str, ...]) -> str:
    """Say in words what an element of the sections is: `a component or an interface`."""
    return " or ".join(with_article(SINGULAR[section]) for section in sections)


def with_article(noun: str) -> str:
    """Return the noun with `a` or `an` before it."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


class Id(Shape[str | None]):
    """The id of an element, which must exist."""

    missing = None

    def __init__(self, *sections: str, words: tuple[str, ...] = ("unknown",), by_use: bool = False) -> None:
        """Take the sections whose elements may be named, and the reserved words that may stand instead."""
        self.sections, self.words, self.by_use = sections, words, by_use

    def read(self, node: Node, path: Path, reading: Reading) -> str | None:
        """Return the id; whether it exists is asked when the whole page has been read."""
        scalar = reading.scalar(node, path, f"the id of {one_of(self.sections)}")
        if scalar is None:
            return None
        return reading.id(scalar)

    def write(self, value: str | None) -> Plain:
        """Return the id; one that is a number needs no quotes."""
        return Word(value) if value and ID.fullmatch(value) else value

    def schema(self) -> dict[str, Any]:
        """An id; numbers are ids too."""
        return {"type": ["string", "integer", "null"], "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}

    def references(self, value: str | None, path: Path) -> Iterator[Reference]:
        """Yield the id unless it is one of the words."""
        if value and value not in self.words:
            yield Reference(path, value, self.sections, by_use=self.by_use)


class IdOrProse(Id):
    """The id of an element where the text has the form of an id, else prose."""

    def read(self, node: Node, path: Path, reading: Reading) -> str | None:
        """Return the text on one line."""
        scalar = reading.scalar(node, path, f"the id of {one_of(self.sections)}, or a few words")
        return " ".join(scalar.text.split()) or None if scalar else None

    def schema(self) -> dict[str, Any]:
        """Any scalar."""
        return {"type": ["string", "integer", "null"]}

    def references(self, value: str | None, path: Path) -> Iterator[Reference]:
        """Yield the value where it has the form of an id, or of a control on an element."""
        if value and ID.fullmatch(value):
            yield from super().references(value, path)
        elif value and "controls" in self.sections and CONTROL.fullmatch(value):
            yield on_element(value, path)


class AnyTree(Shape["Plain"]):
    """A tree that is kept as it is, such as the patch of a variant."""

    missing = None

    def read(self, node: Node, path: Path, reading: Reading) -> Plain:  # noqa: ARG002 (nothing can be wrong with it)
        """Return the tree without its places."""
        return to_plain(node)

    def write(self, value: Plain) -> Plain:
        """Return the tree."""
        return value

    def schema(self) -> dict[str, Any]:
        """Anything."""
        return {}


def shape_of(field: dataclasses.Field[Any]) -> Shape[Any] | None:
    """Return the shape declared for a field of a noun; nothing for `id`, which is the key itself."""
    shape = field.metadata.get("shape")
    return shape if isinstance(shape, Shape) else None


def key_of(field: dataclasses.Field[Any]) -> str:
    """Return the word that stands for the field in the file."""
    return field.metadata.get("key") or field.name.replace("_", "-")


def meaning_of(field: dataclasses.Field[Any]) -> str:
    """Return what the field means."""
    meanings: Mapping[str, str] = field.metadata
    return meanings.get("meaning", "")
