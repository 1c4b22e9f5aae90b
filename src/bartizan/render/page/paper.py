"""On which paper, and how large, each drawing of a PDF is printed, so that its smallest words can still be read."""

from __future__ import annotations

from dataclasses import dataclass

POINTS_PER_PIXEL = 0.75
"""A CSS pixel in points: no drawing is printed larger than that."""

LEGIBLE = 0.47
"""The least points per pixel: the smallest words of a drawing, 9.5 pixels high, are then four and a half points."""

_MILLIMETRE = 72 / 25.4
_ASIDE = 40 * _MILLIMETRE
"""What the margins take from the width of a sheet."""
_ABOVE_AND_BELOW = 47 * _MILLIMETRE
"""What the margins take from its height."""
_HEADING = 11 * _MILLIMETRE
_CAPTION = 10 * _MILLIMETRE
_SHEETS = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594)}
"""Width and height in millimetres, upright."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a drawing is printed."""

    width: float
    """In points."""
    own_page: bool
    paper: str = "a4"
    flipped: bool = False
    """Whether the sheet lies on its side."""


def fit(width: float, height: float, *, headings: int = 1) -> Fit:
    """Return how a drawing of so many pixels is printed: within the text, or on the smallest sheet that is legible.

    On a sheet of its own, so many headings stand above it. What is legible on none goes onto the largest: a drawing is made of lines and can be enlarged on a screen.
    """
    width, height = max(width, 1.0), max(height, 1.0)
    room_across, room_down = _room("a4", headings)
    within = min(POINTS_PER_PIXEL, room_across / width)
    if within >= LEGIBLE and within * height <= room_down:
        return Fit(width * within, own_page=False)
    best = (0.0, Fit(0.0, own_page=True))
    for paper in _SHEETS:
        for flipped in (False, True):
            across, down = _room(paper, headings, flipped=flipped)
            scale = min(POINTS_PER_PIXEL, across / width, down / height)
            if scale > best[0]:
                best = (scale, Fit(width * scale, own_page=True, paper=paper, flipped=flipped))
        if best[0] >= LEGIBLE:
            break
    return best[1]


def _room(paper: str, headings: int, *, flipped: bool = False) -> tuple[float, float]:
    """Return the points across and down that a drawing has on a sheet."""
    across, down = _SHEETS[paper]
    if flipped:
        across, down = down, across
    return (
        across * _MILLIMETRE - _ASIDE,
        down * _MILLIMETRE - _ABOVE_AND_BELOW - _CAPTION - headings * _HEADING,
    )
