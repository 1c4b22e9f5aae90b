"""Give a text as much room as it takes to stand there whole, and shorten only what is endless."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.render.diagrams.text_lines import (
    Line,
    TextBlock,
    TextStyle,
    is_uncut,
    is_whole,
    text_block,
    wrap,
)

Room = tuple[float, int]
"""The width in pixels that a text may take, and how many lines."""


def whole_block(parts: Sequence[tuple[str, TextStyle]], rooms: Sequence[Room]) -> TextBlock:
    """Return the texts under each other in the room in which none is cut and the fewest are broken inside a word.

    Of rooms that are equally good the first is taken; where an endless text is cut in all of them, the last one.
    """
    good = [room for room in rooms if all(is_uncut(text, wrap(text, style, *room)) for text, style in parts)]
    limit, most_lines = min(good, key=lambda room: _broken(parts, room), default=rooms[-1])
    return text_block(parts, limit, most_lines)


def _broken(parts: Sequence[tuple[str, TextStyle]], room: Room) -> int:
    return sum(not is_whole(text, wrap(text, style, *room)) for text, style in parts)


def list_lines(
    names: Sequence[str], style: TextStyle, limit: float, most_lines: int, end: str = ""
) -> tuple[Line, ...]:
    """Return as many of the names as the lines have room for, separated by commas, and how many more there are.

    What comes behind the names, the `end`, is always there; names that stand there are whole, but for a single endless one.
    """
    whole = wrap(", ".join(names) + end, style, limit, most_lines + 1)
    if len(whole) <= most_lines:
        return whole
    for shown in range(len(names) - 1, 0, -1):
        text = f"{', '.join(names[:shown])} + {len(names) - shown} more{end}"
        lines = wrap(text, style, limit, most_lines + 1)
        if len(lines) <= most_lines:
            return lines
    more = f" + {len(names) - 1} more" if len(names) > 1 else ""
    ending = wrap(more + end, style, limit, most_lines)
    return (*wrap(", ".join(names[:1]), style, limit, max(1, most_lines - len(ending))), *ending)
