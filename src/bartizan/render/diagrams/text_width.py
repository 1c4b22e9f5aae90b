"""How wide a text will be, by the advance widths of the font that is shipped."""

from __future__ import annotations

import unicodedata
from functools import cache

from bartizan.render.fonts import INTER

WIDE = 1.0
"""The width, in ems, of a character that the shipped font lacks and that is written in a square: CJK, emoji."""

OTHER = 0.62
"""The width, in ems, assumed for any other character that the shipped font lacks."""


def text_width(text: str, size: float, weight: int) -> float:
    """Return how many pixels `text` takes on one line in Inter.

    Kerning is left out: it mostly draws letters together, so that a text never needs more room than reserved.
    """
    widths = _widths(weight)
    total = 0.0
    for character in text:
        width = widths.get(character)
        total += _width_without_font(character) if width is None else width
    return total * size


def is_covered(text: str) -> bool:
    """Return whether the shipped font has a glyph for everything in `text` that shows."""
    widths = _widths(400)
    return all(character in widths or not _width_without_font(character) for character in text)


@cache
def _widths(weight: int) -> dict[str, float]:
    """Return the advance width of each character of one weight, in ems; combining marks take none."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # a tenth of a second that only drawing should pay

    with TTFont(INTER[weight], lazy=True) as font:
        units = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {
            chr(code): 0.0 if unicodedata.combining(chr(code)) else metrics[glyph][0] / units
            for code, glyph in font.getBestCmap().items()
        }


@cache
def _width_without_font(character: str) -> float:
    """Return the width in ems of a character that another font will have to draw."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"}:
        return 0.0
    return WIDE if unicodedata.east_asian_width(character) in {"W", "F"} else OTHER
