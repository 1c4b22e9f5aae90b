"""What stands below the arrow of a step: the data that moves, and the way it takes."""

from __future__ import annotations

from bartizan.render.diagrams.sequence_scene import Message
from bartizan.render.diagrams.text_lines import Line, TextBlock, TextStyle, wrap
from bartizan.render.diagrams.text_width import text_width
from bartizan.render.diagrams.whole_text import list_lines

MOST_LINES = 7
"""The most lines of data; what does not fit is counted."""

BETWEEN = " · "
"""What stands between the data and the way."""


def note_block(message: Message, limit: float) -> TextBlock:
    """Return the data, and behind or below it the protocol with the number of the interface, which is never cut off."""
    if not (message.data or message.way):
        return TextBlock(wrap(message.note, TextStyle.NOTE, limit, MOST_LINES))
    data = list_lines(message.data, TextStyle.NOTE, limit, MOST_LINES)
    if data and message.way:
        joined = _line(f"{data[-1].text}{BETWEEN}{message.way}")
        if joined.width <= limit:
            return TextBlock((*data[:-1], joined))
    return TextBlock((*data, *_way(message.way, limit)))


def _way(way: str, limit: float) -> tuple[Line, ...]:
    """Return the way in lines, the number of the interface beside the protocol instead of alone on the last one."""
    lines = [line.text for line in wrap(way, TextStyle.NOTE, limit, MOST_LINES)]
    if len(lines) > 1 and " " not in lines[-1] and " " in lines[-2]:
        before, _, last = lines[-2].rpartition(" ")
        lines[-2:] = [before, f"{last} {lines[-1]}"]
    return tuple(_line(text) for text in lines)


def _line(text: str) -> Line:
    return Line(text, TextStyle.NOTE, text_width(text, TextStyle.NOTE.size, TextStyle.NOTE.weight))
