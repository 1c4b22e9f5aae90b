"""What is known about the place where a text stops being YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.text import Span

if TYPE_CHECKING:
    from bartizan.source.compose_nodes import Composition
    from bartizan.source.text import Source

_WORD = re.compile(r"[^\s:]+|.")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A syntax error in our words, and what had better be left out to read the rest."""

    diagnostic: Diagnostic
    blamed: int
    """Offset from which on to leave out the line, with all deeper lines that follow it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The place where a text stops being YAML, and what was read before it."""

    source: Source
    at: int
    """Offset of what could not be read."""
    context_at: int
    """Offset of what was being read."""
    composition: Composition

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    @property
    def character(self) -> str:
        """The character that could not be read; nothing at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def line(self) -> int:
        """Number of the line that could not be read."""
        return self.source.line_of(self.at)

    @property
    def line_start(self) -> int:
        """Offset of that line."""
        return self.start_of_line(self.at)

    @property
    def before(self) -> str:
        """What stands before the fault on its own line."""
        return self.text[self.line_start : self.at]

    def span(self, start: int, end: int) -> Span:
        """Return a span in this text."""
        return Span(self.source, start, min(end, len(self.text)))

    def word(self, at: int) -> Span:
        """Return the word that begins at an offset, or the one character there."""
        match = _WORD.match(self.text, at, self.end_of_line(at))
        return self.span(at, match.end() if match else at)

    def start_of_line(self, offset: int) -> int:
        """Return the offset of the line that `offset` is in."""
        return self.source.line_starts[self.source.line_of(offset) - 1]

    def end_of_line(self, offset: int) -> int:
        """Return the offset behind the last character of the line that `offset` is in."""
        return self.start_of_line(offset) + len(self.source.line_text(self.source.line_of(offset)))

    def line_above(self) -> tuple[int, str] | None:
        """Return offset and text of the last line above that holds more than a comment."""
        for number in range(self.line - 1, 0, -1):
            text = self.source.line_text(number)
            if text.strip() and not text.lstrip().startswith("#"):
                return self.source.line_starts[number - 1], text
        return None


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def shortened(text: str) -> str:
    """Return the beginning of a text that is too long for a message."""
    return text if len(text) <= 40 else text[:37] + "…"


def explain_anything_else(fault: Fault) -> Explanation:
    """Say no more than where it is, for what no other explanation fits."""
    at = min(fault.at, max(len(fault.text.rstrip()) - 1, 0))
    diagnostic = Diagnostic(
        "yaml-syntax",
        "from here on this cannot be read as YAML",
        Label(fault.word(at), "this does not fit"),
        help=("look at the quotes, brackets and indentation of this line and the one above",),
    )
    return Explanation(diagnostic, fault.start_of_line(at))
