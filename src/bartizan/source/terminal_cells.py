"""Says how wide each character of a text is on a terminal, and makes visible what would work mischief there."""

from __future__ import annotations

import re
import unicodedata

_TAB_STOP = 4
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"

# A terminal obeys control characters; it lets direction marks show a line in another order than it is in; and
# of the rest nobody could see that they are there. Joiners and variation selectors are part of how words and
# emoji are written and stay.
INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return `text` as it may be written to a terminal: on one line, without anything the terminal obeys."""
    return INVISIBLE.sub(lambda match: _picture(match.group()), text)


def cells_of(line: str) -> list[tuple[str, int]]:
    """Return for each character of a line what is to be written for it and how many columns that takes."""
    cells: list[tuple[str, int]] = []
    column = 0
    before = ""
    for character in line:
        if character == "\t":
            width = _TAB_STOP - column % _TAB_STOP
            shown = " " * width
        elif " " <= character < "\x7f":
            shown, width = character, 1
        elif INVISIBLE.match(character):
            shown = _picture(character)
            width = len(shown)
        else:
            shown, width = character, _width(character, before, cells[-1][1] if cells else 0)
        cells.append((shown, width))
        column += width
        before = character
    return cells


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of a control character, such as ␛
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def _width(character: str, before: str, width_before: int) -> int:
    if character == _EMOJI_STYLE:
        return 1 if width_before == 1 else 0  # asks for the wide form of the character before it
    if before == _JOINER and unicodedata.category(character) == "So":
        return 0  # drawn as one picture with what stands before the joiner
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0  # accents, joiners, and the second and third part of a Korean syllable
    if "\U0001f3fb" <= character <= "\U0001f3ff" and width_before == 2:
        return 0  # a skin colour
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
