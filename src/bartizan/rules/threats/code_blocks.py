"""Finds the blocks of code in a Markdown text, in one walk over its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.source.text import Source, Span

_FENCE = re.compile(r"```[ \t]*([^`\r\n]*?)[ \t]*\r?\n?")
_ANYTHING = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """One block of code between two lines of three backticks."""

    language: str
    """The word behind the backticks: `yaml`."""
    opening: Span
    """The line that begins it."""
    inside: Span
    """What stands between the two lines."""

    @property
    def alone(self) -> Source:
        """The block as a text of its own, in which everything has the place that it has in the whole."""
        source = self.inside.source
        before = _ANYTHING.sub(" ", source.text[: self.inside.start])
        return Source(source.name, before + self.inside.text)


def code_blocks(source: Source) -> Iterator[CodeBlock]:
    """Yield the blocks of code of a text; one that is never closed goes to the end."""
    opened: tuple[str, Span] | None = None
    at = begin = 0
    for line in source.text.splitlines(keepends=True):
        end = at + len(line)
        fence = _FENCE.fullmatch(line)
        if fence and opened is None:
            opened, begin = (fence[1], Span(source, at, at + len(line.rstrip("\r\n")))), end
        elif fence and opened and not fence[1]:
            yield CodeBlock(*opened, Span(source, begin, at))
            opened = None
        at = end
    if opened:
        yield CodeBlock(*opened, Span(source, begin, at))
