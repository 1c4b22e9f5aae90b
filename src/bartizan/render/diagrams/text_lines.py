"""Texts broken into lines that fit, each in its own style, as one block that can be placed."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import accumulate

from bartizan.render.diagrams.text_width import text_width

MOST_MARKS = 3
"""How many marks may stand on one letter: more would run through whatever is above and below."""

PUNCTUATION = "-_/.,:;@=&?"
"""Behind which a word may be broken."""

MOST_CHARACTERS = 2000
"""What of a text is looked at: no line of a picture has room for more."""


class TextStyle(Enum):
    """What a line of text is for, with its size in pixels, its weight and the height of its line."""

    TITLE = (18.0, 600, 24.0)
    NAME = (13.0, 600, 17.0)
    DETAIL = (11.0, 400, 14.5)
    MARK = (10.0, 500, 14.0)
    GROUP = (11.5, 600, 15.0)
    LABEL = (11.0, 500, 14.5)
    PROTOCOL = (10.0, 400, 13.0)
    BADGE = (9.5, 600, 12.0)
    HEAD = (14.0, 600, 18.0)
    STEP = (12.0, 500, 16.0)
    NOTE = (11.0, 400, 14.0)
    LEGEND = (10.5, 400, 14.0)

    @property
    def size(self) -> float:
        """The size of the letters."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """How heavy they are, from 400 to 700."""
        return self.value[1]

    @property
    def height(self) -> float:
        """The distance from one line to the next."""
        return self.value[2]

    @property
    def css_class(self) -> str:
        """The class that text in this style has in the SVG."""
        return f"t-{self.name.lower()}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    text: str
    style: TextStyle
    width: float
    """In pixels."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines under each other."""

    lines: tuple[Line, ...] = ()

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """The height of all lines together."""
        return sum(line.style.height for line in self.lines)


def text_block(parts: Iterable[tuple[str, TextStyle]], limit: float, most_lines: int = 4) -> TextBlock:
    """Return the lines of several texts under each other, each broken at `limit` pixels into at most `most_lines`."""
    lines: list[Line] = []
    for text, style in parts:
        lines.extend(wrap(text, style, limit, most_lines))
    return TextBlock(tuple(lines))


@lru_cache(maxsize=8192)
def wrap(text: str, style: TextStyle, limit: float, most_lines: int = 4) -> tuple[Line, ...]:
    """Break one text into lines of at most `limit` pixels; what does not fit into `most_lines` ends in an ellipsis.

    Lines break at spaces; a word that is longer than a line breaks behind punctuation, else between two letters,
    never before a combining mark.
    """
    rest = deque(piece for word in drawable(text).split() for piece in _pieces(word, style, limit))
    lines: list[str] = []
    while rest and len(lines) <= most_lines:
        line, glued = rest.popleft()
        while rest and _width(line + _gap(glued) + rest[0][0], style) <= limit:
            piece, next_glued = rest.popleft()
            line, glued = line + _gap(glued) + piece, next_glued
        lines.append(line)
    if len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], _shortened(lines[most_lines - 1], style, limit)]
    return tuple(Line(line, style, _width(line, style)) for line in lines)


def is_uncut(text: str, lines: Sequence[Line]) -> bool:
    """Return whether the lines hold all of the text."""
    return "".join("".join(line.text.split()) for line in lines) == "".join(drawable(text).split())


def is_whole(text: str, lines: Sequence[Line]) -> bool:
    """Return whether the lines hold all of the text, and none of its words is broken between two letters."""
    words = drawable(text).split()
    seen = ["".join(line.text.split()) for line in lines]
    if not is_uncut(text, lines):
        return False
    between = set(accumulate(len(word) for word in words))
    breaks = accumulate(len(line) for line in seen)
    return all(at in between or line[-1] in PUNCTUATION for line, at in zip(seen, breaks, strict=True))


def clean(text: str) -> str:
    """Return the text on one line, without characters that XML forbids or that would reorder what is around them."""
    spaced = re.sub(r"[\s\u2028\u2029]+", " ", text)
    return _MUST_NOT_STAND.sub("", spaced).strip()


def drawable(text: str) -> str:
    """Return as much of the text as a picture can have: on one line, not endless, and without towers of accents."""
    kept: list[str] = []
    marks = 0
    for character in clean(text)[:MOST_CHARACTERS]:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


_MUST_NOT_STAND = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)
"""Controls, halves of surrogate pairs, non-characters and the marks that turn the direction of a text around."""


_PARTS = re.compile(f"[^{PUNCTUATION}]*[{PUNCTUATION}]+|[^{PUNCTUATION}]+")
"""The stretches of a word that end in punctuation."""


def _width(text: str, style: TextStyle) -> float:
    return text_width(text, style.size, style.weight)


def _gap(glued: bool) -> str:
    return "" if glued else " "


def _pieces(word: str, style: TextStyle, limit: float) -> list[tuple[str, bool]]:
    """Return a word in pieces that fit on a line, each with whether the next one follows without a space."""
    if _width(word, style) <= limit:
        return [(word, False)]
    parts = [piece for part in _PARTS.findall(word) for piece in _cut(part, style, limit)]
    return [(part, at < len(parts) - 1) for at, part in enumerate(parts)]


def _cut(part: str, style: TextStyle, limit: float) -> list[str]:
    """Return a stretch without punctuation in pieces that fit, cut only before a character that begins a letter."""
    if _width(part, style) <= limit:
        return [part]
    pieces = [""]
    for character in part:
        joins = unicodedata.category(character) in {"Mn", "Me", "Cf"} or pieces[-1].endswith("\u200d")
        if pieces[-1] and not joins and _width(pieces[-1] + character, style) > limit:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _shortened(line: str, style: TextStyle, limit: float) -> str:
    while line and _width(line + "…", style) > limit:
        line = line[:-1]
    return line.rstrip() + "…"
