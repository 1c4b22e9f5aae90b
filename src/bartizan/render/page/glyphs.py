"""Which characters the shipped fonts can print, and what stands for the others."""

from __future__ import annotations

import unicodedata
from functools import cache

from bartizan.render.fonts import FOLDER

TOFU = "\u25a1"
"""An empty square: stands for each character that no font has."""

ZERO_WIDTH_SPACE = "\u200b"
"""Shows nothing: a place where a word may break."""

TEXT = ("SourceSans3", "Inter", "JetBrainsMono")
"""The families that the text of a page is printed with; where one lacks a character, the next is asked."""

DRAWINGS = ("Inter",)
"""The family that drawings are printed with."""

_SURE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(
    "\n\u00a0·×àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ–—‘’“”„…→←↔•≥≤" + TOFU
)
"""Characters that all our fonts have; a page of only these needs no font to be opened."""


def printable(text: str, families: tuple[str, ...] = TEXT) -> str:
    """Return `text` with a square for each character that cannot be printed; what never shows is left out."""
    if _SURE.issuperset(text):
        return text
    return "".join(_printed(character, families) for character in unicodedata.normalize("NFC", text))


def missing_from(text: str, families: tuple[str, ...] = TEXT) -> frozenset[str]:
    """Return the characters of `text` that cannot be printed."""
    unsure = set(unicodedata.normalize("NFC", text)) - _SURE
    return frozenset(character for character in unsure if _printed(character, families) == TOFU)


def _printed(character: str, families: tuple[str, ...]) -> str:
    if character in _SURE:
        return character
    if character == ZERO_WIDTH_SPACE:
        return character
    if character in "\t\r\u2028\u2029":
        return " "
    category = unicodedata.category(character)
    # Joiners, directions, soft hyphens and variants only steer how others are shown.
    if category == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    is_mark = category.startswith("M")
    if is_mark and families == DRAWINGS:
        return TOFU  # Typst 0.15 cannot say in a PDF what a letter with a loose mark in an SVG picture means
    every_font, any_font = _in_fonts(families)
    # A mark is printed with the letter before it, from one font, whichever that letter is taken from.
    fonts = every_font if is_mark else any_font
    # PDF/A level A forbids code points for private use: nobody could say what they mean.
    return character if ord(character) in fonts and category != "Co" else TOFU


@cache
def _in_fonts(families: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the code points that every font of the families can print, and those that at least one family can."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # a tenth of a second that few pages need to pay

    whole_families = []
    for family in families:
        codes = []
        for path in sorted(FOLDER.glob(f"{family}-*.ttf")):
            with TTFont(path, lazy=True) as font:
                codes.append(frozenset(font.getBestCmap()))
        whole_families.append(codes)
    every = (codes for family in whole_families for codes in family)
    # Of a family the upright ones are asked: a slanted one may lack what then comes from the next family.
    return frozenset.intersection(*every), frozenset.union(*(codes[-1] for codes in whole_families))
