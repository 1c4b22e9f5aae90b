"""How wide the columns of a printed table are: enough for their longest words, more for what says more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bartizan.render.page.breaking import LONGEST_WORD
from bartizan.render.page.document import Nature, as_json

if TYPE_CHECKING:
    from bartizan.render.page.document import Table

LINE = 113.0
"""How many characters of a table's letters stand side by side between the margins of a page."""

PADDING = 2.2
"""How many of them the white space at both sides of a column takes."""

LETTER = 1.15
"""How many characters of a line a letter of a word that may not break takes; some letters are wide."""

SHORT_LIST = 24
"""A list of up to so many characters stands on one line where there is room."""

_BOUNDS = {
    Nature.NUMBER: (4.0, 8.0),
    Nature.NAME: (11.0, 24.0),
    Nature.LEVEL: (8.0, 16.0),
    Nature.SHORT: (10.0, 18.0),
    Nature.LIST: (12.0, 34.0),
    Nature.PROSE: (18.0, 46.0),
}
"""The least and the most characters that a column of each nature wants."""


def column_widths(table: Table) -> tuple[float, ...]:
    """Return the characters of a line that each column has; what is too wide gives way where it can."""
    texts = [_texts(table, at) for at in range(len(table.columns))]
    least = [_least(column) for column in texts]
    wanted = [max(low, _wanted(table.columns[at].nature, texts[at])) for at, low in enumerate(least)]
    excess = sum(wanted) - LINE
    if excess <= 0:
        return tuple(wanted)
    ease = [high - low for low, high in zip(least, wanted, strict=True)]
    if sum(ease) >= excess:
        return tuple(high - excess * give / sum(ease) for high, give in zip(wanted, ease, strict=True))
    return tuple(low * LINE / sum(least) for low in least)


def longest_word(width: float) -> int:
    """Return how many letters fit into a column on one line."""
    return max(4, int((width - PADDING) / LETTER + 1e-9))


def _texts(table: Table, at: int) -> list[str]:
    return [table.columns[at].title, *(" ".join(texts_in(as_json(row.cells[at]))) for row in table.rows)]


def _least(texts: list[str]) -> float:
    longest = max(len(word) for text in texts for word in re.split(r"[\s/-]+", text))
    return min(longest, LONGEST_WORD) * LETTER + PADDING


def _wanted(nature: Nature, texts: list[str]) -> float:
    least, most = _BOUNDS[nature]
    longest = max(len(text) for text in texts)
    wanted = longest / 2 + PADDING if nature is Nature.NAME else longest**0.5 * 2.4 + PADDING
    if nature is Nature.LIST:
        wanted = max(wanted, min(longest, SHORT_LIST) + PADDING)
    return max(least, min(most, wanted))


_SHOWN = (
    "text", "label", "title", "tags", "blocks", "words", "entries", "cells", "rows", "columns", "cards", "facts", "silent",
    "role", "people", "name", "handle", "caption", "file", "problem", "not_said",
)  # fmt: skip
"""The keys of a page's parts under which something stands that is shown."""


def texts_in(part: Any) -> list[str]:
    """Return every text that is shown of a part of a page, as `as_json` gives it."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, list):
        return [text for each in part for text in texts_in(each)]
    if isinstance(part, dict):
        return [text for key in _SHOWN if key in part for text in texts_in(part[key])]
    return []
