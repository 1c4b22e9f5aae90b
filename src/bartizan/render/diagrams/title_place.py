"""Find the place on a boundary where its title is crossed by the fewest lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.layout import PlacedConnector
from bartizan.render.diagrams.text_lines import TextBlock

MARGIN = 13.0
"""From the corner of the boundary to the title."""


def title_place(boundary: Rect, title: TextBlock, connectors: Sequence[PlacedConnector]) -> Rect:
    """Return where the title of a group stands: at the upper left, else where fewer lines run, along the upper edge."""
    room = boundary.width - 2 * MARGIN - title.width
    places = [
        Rect(boundary.x + MARGIN + at, boundary.y + MARGIN - 2, title.width, title.height)
        for at in dict.fromkeys(
            (0.0, max(0.0, room), *(step * 12.0 for step in range(1, int(max(0.0, room) // 12))))
        )
    ]
    strip = Rect(boundary.x, boundary.y, boundary.width, MARGIN + title.height + 4)
    near = [pair for placed in connectors for pair in pairwise(placed.points) if strip.crossed_by(*pair)]
    return min(places, key=lambda place: _times_crossed(place.grown(4), near))


def _times_crossed(place: Rect, lines: Sequence[tuple[Point, Point]]) -> int:
    return sum(place.crossed_by(*pair) for pair in lines)
