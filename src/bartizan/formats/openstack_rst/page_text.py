"""A page's text as docutils sees it, line by line, with the way back to the place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bartizan.source.text import Source, Span

TAB = 8

_MARKER = re.compile(r"( *)(?:[-*+•]|[0-9]{1,3}[.)]|#\.) +\S")
_HASH_TITLE = re.compile(r"#{1,6} +\S")


@dataclass(frozen=True, eq=False)
class PageText:
    """Lines without tabs and without white space at their ends, and where each began in the file."""

    source: Source
    lines: tuple[str, ...]
    origins: tuple[int, ...]
    """Offset in the source of the first character of each line."""

    @cached_property
    def text(self) -> str:
        """The text to be given to docutils."""
        return "\n".join(self.lines)

    def offset(self, line: int, column: int) -> int:
        """Return the offset in the source of a zero-based line and column."""
        if line >= len(self.lines):
            return len(self.source.text)
        start = self.origins[line]
        end = start + len(self.source.line_text(self.source.line_of(start)))
        raw = self.source.text[start:end]
        if "\t" not in raw:
            return min(start + column, end)
        for at in range(len(raw)):
            if len(raw[:at].expandtabs(TAB)) >= column:
                return start + at
        return end

    def line_at(self, offset: int) -> int:
        """Return the zero-based line that holds an offset in the source."""
        return max(bisect_right(self.origins, offset) - 1, 0)

    def lines_around(self, offsets: Iterable[int]) -> str:
        """Return the lines that hold offsets in the source, with all that stands on lines next to them without a gap."""
        held = [self.line_at(offset) for offset in offsets]
        if not held:
            return ""
        first, last = min(held), max(held)
        while first and self.lines[first - 1]:
            first -= 1
        while last + 1 < len(self.lines) and self.lines[last + 1]:
            last += 1
        return self.block(first, last)

    def span(self, first: int, last: int) -> Span:
        """Return the place of whole lines, from the first character that is no space to the end of the last."""
        start = self.offset(first, len(self.lines[first]) - len(self.lines[first].lstrip()))
        return Span(self.source, start, max(start, self.offset(last, len(self.lines[last]))))

    def block(self, first: int, last: int) -> str:
        """Return lines without the indentation that all of them share."""
        lines = self.lines[first : last + 1]
        indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line), default=0)
        return "\n".join(line[indent:] for line in lines).strip("\n")


def page_text(source: Source) -> PageText:
    """Return the lines of a page, broken where docutils breaks them."""
    text = source.text.replace("\v", " ").replace("\f", " ")
    lines, origins, at = [], [], 0
    for raw in text.splitlines(keepends=True):
        lines.append(raw.expandtabs(TAB).rstrip())
        origins.append(at)
        at += len(raw)
    return PageText(source, tuple(lines), tuple(origins))


def with_lists_set_off(page: PageText) -> PageText:
    """Return the page with an empty line wherever a list or a `#` title follows text without one, as Markdown allows."""
    lines: list[str] = []
    origins: list[int] = []
    for line, origin in zip(page.lines, page.origins, strict=True):
        if lines and lines[-1] and _begins_something(line, lines):
            lines.append("")
            origins.append(origin)
        lines.append(line)
        origins.append(origin)
    return PageText(page.source, tuple(lines), tuple(origins))


def _begins_something(line: str, before: list[str]) -> bool:
    """Say whether an empty line is missing between what stands before and `line`."""
    if _HASH_TITLE.match(line) or _HASH_TITLE.match(before[-1]):
        return True
    marker = _MARKER.match(line)
    if not marker:
        return False
    indent = len(marker[1])
    for previous in reversed(before):
        if not previous:
            return False
        opened = _MARKER.match(previous)
        if opened and len(opened[1]) == indent:
            return False
        if opened and len(opened[1]) < indent:
            return True
        if not opened and len(previous) - len(previous.lstrip()) <= indent:
            return True
    return True
