"""Text with a name, and the places in it that a message can point at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, eq=False)
class Source:
    """One text as it was read, under the name a person knows it by.

    Two sources are the same only when they are the same object: the text of a file may be read twice
    with a change in between.
    """

    name: str
    """What messages call it, usually the path as the user typed it."""
    text: str = field(repr=False)
    """The decoded text, line ends as they were written."""
    bom: bool = False
    """Whether the file began with a byte order mark, which is no part of the text."""
    digest: str = ""
    """SHA-256 of the bytes as they were read, in hexadecimal: what `write_atomically` expects to find."""

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line; a line ends at LF, CRLF or a lone CR."""
        starts = [0]
        text = self.text
        at = 0
        for line in text.splitlines(keepends=True):
            at += len(line)
            if line.endswith(("\n", "\r")):
                starts.append(at)
        return tuple(starts)

    def line_of(self, offset: int) -> int:
        """Return the one-based number of the line that holds `offset`."""
        return bisect_right(self.line_starts, offset)

    def line_text(self, line: int) -> str:
        """Return the one-based line without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of characters in a source; `start == end` marks a point between two characters."""

    source: Source
    start: int
    """Offset of the first character, counted in characters from zero."""
    end: int
    """Offset just behind the last character."""

    @property
    def line(self) -> int:
        """One-based line of the first character."""
        return self.source.line_of(self.start)

    @property
    def column(self) -> int:
        """One-based column of the first character, counted in characters."""
        return self.start - self.source.line_starts[self.line - 1] + 1

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.source.text[self.start : self.end]

    def __str__(self) -> str:
        """Write the place the way compilers do: `name:line:column`."""
        return f"{self.source.name}:{self.line}:{self.column}"
