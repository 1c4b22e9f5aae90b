"""Find the place at a boundary where its title is crossed by no line: along the upper edge, else along the lower one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.layout import PlacedConnector
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, is_whole, wrap

MARGIN = 13.0
"""From the corner of the boundary to the title."""

TITLE_ROOM = 12.0
"""Space above and below a title at the upper edge."""

FOOT = 5.0
"""Space below a title at the lower edge, and between it and what stands above it."""

STEP = 6.0
"""The distance of two places that are tried beside each other."""

CLEAR = 4.0
"""How far a line should stay away from a title."""


NO_HARM = (0, 0, 0)
"""What a place does that covers nothing and has no line near it: what it covers, lines through it, lines near it."""

MOST_HARM = (1_000_000, 0, 0)
"""More than any place does."""


def title_place(
    boundary: Rect, title: TextBlock, connectors: Sequence[PlacedConnector] = (), taken: Sequence[Rect] = ()
) -> tuple[TextBlock, Rect]:
    """Return the title of a group and where it stands: where it covers nothing of `taken`, and the fewest lines run.

    Of places that are equally good the upper left one is taken. A title may get one more line where it is free of lines then.
    """
    strips = [_strip(boundary, title, lower=lower) for lower in (False, True)]
    lines = [
        pair
        for each in connectors
        for pair in pairwise(each.points)
        if any(strip.crossed_by(*pair) for strip in strips)
    ]
    near = [rect for rect in taken if any(strip.overlaps(rect) for strip in strips)]
    best, least = (title, next(_upper(boundary, title, title))), MOST_HARM
    for block in (*_wider(title, boundary.width - 2 * MARGIN), title, *_narrower(title)):
        for place in (*_upper(boundary, title, block), *_lower(boundary, block)):
            harm = _harm(place, lines, near)
            if harm < least:
                best, least = (block, place), harm
            if least == NO_HARM:
                return best
    return best


def _strip(boundary: Rect, title: TextBlock, *, lower: bool) -> Rect:
    """Return what the places along one edge may cover or come near to, with the title in one line more."""
    height = title.height + 2 * TITLE_ROOM + 2 * CLEAR
    grown = boundary.grown(2 * CLEAR)
    return Rect(grown.x, grown.bottom - height if lower else grown.y, grown.width, height)


def room_below(title: TextBlock) -> float:
    """Return the space below what a boundary holds in which its title can stand."""
    return title.height + 2 * FOOT


def _harm(place: Rect, lines: Sequence[tuple[Point, Point]], taken: Sequence[Rect]) -> tuple[int, int, int]:
    ground, clear, around = place.grown(1), place.grown(CLEAR), place.grown(2 * CLEAR)
    hidden = sum(ground.overlaps(rect) for rect in taken)
    crossed = sum(clear.crossed_by(*pair) for pair in lines)
    crowded = sum(around.crossed_by(*pair) for pair in lines)
    return hidden, crossed, crowded


def _upper(boundary: Rect, title: TextBlock, block: TextBlock) -> Iterator[Rect]:
    """Yield the places along the upper edge, whose room was measured by `title`, from the left and from the right."""
    y = boundary.y + MARGIN - 2
    if block.height > title.height:
        y = boundary.y + (title.height + 2 * TITLE_ROOM - block.height) / 2
    yield from _along(boundary, y, block)


def _lower(boundary: Rect, block: TextBlock) -> Iterator[Rect]:
    yield from _along(boundary, boundary.bottom - FOOT - block.height, block)


def _along(boundary: Rect, y: float, block: TextBlock) -> Iterator[Rect]:
    room = max(0.0, boundary.width - 2 * MARGIN - block.width)
    for at in dict.fromkeys((0.0, room, *(step * STEP for step in range(1, int(room // STEP) + 1)))):
        yield Rect(boundary.x + MARGIN + at, y, block.width, block.height)


def _wider(title: TextBlock, width: float) -> Iterator[TextBlock]:
    """Yield a title of several lines in fewer, where the boundary turned out wide enough."""
    text = " ".join(line.text for line in title.lines)
    lines = wrap(text, TextStyle.GROUP, width, len(title.lines))
    if is_whole(text, lines) and len(lines) < len(title.lines):
        yield TextBlock(lines)


def _narrower(title: TextBlock) -> Iterator[TextBlock]:
    """Yield the title in one more line, as narrow as its words allow; nothing when it is a single word."""
    text = " ".join(line.text for line in title.lines)
    most = len(title.lines) + 1
    for tenth in range(4, 10):
        lines = wrap(text, TextStyle.GROUP, title.width * tenth / 10, most)
        if is_whole(text, lines) and len(lines) == most:
            yield TextBlock(lines)
            return
