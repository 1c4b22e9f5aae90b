"""Finds where in a page a piece of text was written that docutils hands over without its place, or with a wrong one."""

from __future__ import annotations

from bartizan.formats.openstack_rst.layout import Leaf
from bartizan.formats.openstack_rst.page_text import PageText

FARTHEST = 400
"""How many lines ahead a text is looked for: far enough for any table, near enough to stay quick."""


class Whereabouts:
    """Looks for texts one after the other, in the order of the page.

    Each is looked for on the line where docutils says it is, else from where the last one was found; never twice in the
    same place.
    """

    def __init__(self, page: PageText) -> None:
        """Begin at the top of the page."""
        self.page = page
        self.line = 0
        self._used: dict[int, int] = {}
        """Columns up to which each line has been handed out."""

    def leaf(self, text: str, hint: int | None, *, literal: bool = False) -> Leaf:
        """Return `text` with its place; `hint` is the one-based line that docutils believes it is on."""
        parts = text.split("\n")
        first = self._find(parts, None if hint is None else hint - 1)
        if first is None:
            line = min(max(self.line if hint is None else hint - 1, 0), max(len(self.page.lines) - 1, 0))
            return Leaf(self.page.source, text, (self.page.offset(line, 0),) * len(parts), literal)
        starts = []
        for line, part in enumerate(parts, first):
            column = self._column(line, part)
            starts.append(self.page.offset(line, max(column, 0)))
            self._used[line] = column + len(part)
        self.line = first + len(parts) - 1
        return Leaf(self.page.source, text, tuple(starts), literal)

    def _find(self, parts: list[str], hinted: int | None) -> int | None:
        if hinted is not None and self._stands_at(hinted, parts):
            return hinted
        ahead = range(self.line, min(self.line + FARTHEST, len(self.page.lines)))
        found = next((line for line in ahead if self._stands_at(line, parts)), None)
        if found is None and hinted is not None:
            found = next((line for line in (hinted + 1, hinted - 1) if self._stands_at(line, parts)), None)
        return found

    def _stands_at(self, line: int, parts: list[str]) -> bool:
        if not 0 <= line <= len(self.page.lines) - len(parts):
            return False
        return all(self._column(at, part) >= 0 for at, part in enumerate(parts, line))

    def _column(self, line: int, part: str) -> int:
        text, used = self.page.lines[line], self._used.get(line, 0)
        if not used and text.endswith(part):
            return len(text) - len(part)  # behind a bullet or the name of a field, whatever that repeats
        return text.find(part, used)
