"""On which paper, and how large, each drawing is printed, so that its smallest words can still be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

POINTS_PER_PIXEL = 0.75
"""A CSS pixel in points: no drawing is printed larger than that."""

LEGIBLE = 0.42
"""The least points per pixel: the smallest words of a drawing, 9.5 pixels high, are then four points."""

COMFORTABLE = 0.45
"""What a drawing within the text has at least; a smaller one gains by a sheet of its own."""

NEARLY = 0.93
"""Within the text a drawing stands as well as on a sheet of its own where it is nearly as large there."""

_MILLIMETRE = 72 / 25.4
_ASIDE = 24 * _MILLIMETRE
"""What stays white beside a drawing: within the text a wide one takes some of the margins, as on its own sheet."""
_ABOVE_AND_BELOW = 47 * _MILLIMETRE
"""What the margins take from its height."""
_ABOVE_AND_BELOW_OWN = 38 * _MILLIMETRE
"""What they take from the height of a drawing's own sheet, where they are narrower."""
_HEADING = 11 * _MILLIMETRE
_LINE = 5 * _MILLIMETRE
"""A line of the text between a heading and its drawing."""
_CAPTION = 8 * _MILLIMETRE
_SHEETS = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594)}
"""Width and height in millimetres, upright."""


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a drawing and goes with it."""

    headings: int = 1
    lines: int = 0
    """Of text, across the page."""

    @property
    def height(self) -> float:
        """How much room it takes, in points."""
        return self.headings * _HEADING + self.lines * _LINE


ONE_HEADING = Above()


@dataclass(frozen=True, slots=True)
class Fit:
    """How a drawing is printed."""

    width: float
    """In points."""
    own_page: bool
    paper: str = "a4"
    flipped: bool = False
    """Whether the sheet lies on its side."""


def fit(width: float, height: float, above: Above = ONE_HEADING) -> Fit:
    """Return how a drawing of so many pixels is printed: within the text, or on the smallest sheet that is legible.

    What is legible on none goes onto the largest: a drawing is made of lines and can be enlarged on a screen.
    """
    return fit_all([(width, height)], above)[0]


def fit_all(sizes: Sequence[tuple[float, float]], above: Above = ONE_HEADING) -> list[Fit]:
    """Return how the parts of one figure are printed: all on the same paper, and all at the same scale."""
    width = max(1.0, *(size[0] for size in sizes))
    height = max(1.0, *(size[1] for size in sizes))
    scale, sheet = _best(width, height, above)
    return [Fit(max(size[0], 1.0) * scale, *sheet) for size in sizes]


def tallest(width: float, above: Above) -> float:
    """Return how many pixels high a part of a figure may be that is so wide, to be printed well on A4."""
    text_across, text_down = _text_room(above)
    within = min(POINTS_PER_PIXEL, text_across / width)
    if within >= COMFORTABLE:
        return text_down / within
    across, down = _sheet_room("a4", above, flipped=True)
    return down / min(COMFORTABLE, max(across / width, LEGIBLE / 2))


def _best(width: float, height: float, above: Above) -> tuple[float, tuple[bool, str, bool]]:
    """Return the scale, and whether the sheet is its own, which paper it is, and whether it lies on its side."""
    room_across, room_down = _text_room(above)
    within = min(POINTS_PER_PIXEL, room_across / width)
    if within >= COMFORTABLE and within * height <= room_down:
        return within, (False, "a4", False)
    best, sheet = 0.0, (True, "a4", False)
    for paper in _SHEETS:
        for flipped in (False, True):
            across, down = _sheet_room(paper, above, flipped=flipped)
            scale = min(POINTS_PER_PIXEL, across / width, down / height)
            if scale > best:
                best, sheet = scale, (True, paper, flipped)
        if best >= LEGIBLE:
            break
    if within >= max(LEGIBLE, NEARLY * best) and within * height <= room_down:
        return within, (False, "a4", False)  # a sheet of its own would be half empty and no help
    return best, sheet


def _text_room(above: Above) -> tuple[float, float]:
    """Return the points across and down that a drawing has on a page of text."""
    across, down = _SHEETS["a4"]
    return across * _MILLIMETRE - _ASIDE, down * _MILLIMETRE - _ABOVE_AND_BELOW - _CAPTION - above.height


def _sheet_room(paper: str, above: Above, *, flipped: bool = False) -> tuple[float, float]:
    """Return the points across and down that a drawing has on a sheet of its own."""
    across, down = _SHEETS[paper]
    if flipped:
        across, down = down, across
    return (
        across * _MILLIMETRE - _ASIDE,
        down * _MILLIMETRE - _ABOVE_AND_BELOW_OWN - _CAPTION - above.height,
    )
