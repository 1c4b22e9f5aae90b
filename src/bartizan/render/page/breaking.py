"""Makes texts fit for print: only characters that the fonts have, and places where long words can break."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bartizan.render.page.glyphs import DRAWINGS, ZERO_WIDTH_SPACE, printable

LONGEST_WORD = 18
"""How many characters a word may have before it is given places to break."""

_AS_IT_IS = frozenset(
    {"link", "anchor", "path", "kind", "tone", "nature", "numbering", "paper", "digest", "keywords"}
)
"""The keys whose texts are no words to be read."""

_WHOLE = frozenset({"title", "edition", "head", "description", "authors", "alt"})
"""The keys whose texts are read, but not in narrow columns."""

_WORD = re.compile(r"[^\s\u200b]+")
_JOINTS = re.compile(r"(?<=[/._:@?&=+,;|-])(?=[^/._:@?&=+,;|-])|(?<=[a-z])(?=[A-Z])")


def for_print(part: Any, key: str = "", longest: int = LONGEST_WORD) -> Any:
    """Return data in which each text can be printed, and each word of more than `longest` characters can break."""
    if isinstance(part, Mapping):
        return {name: for_print(value, name, longest) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [for_print(each, key, longest) for each in part]
    if not isinstance(part, str) or key in _AS_IT_IS:
        return part
    if key == "svg":
        return printable(part, DRAWINGS)
    text = printable(part)
    return text if key in _WHOLE else breakable(text, longest)


def breakable(text: str, longest: int = LONGEST_WORD) -> str:
    """Return text in which a word of more than `longest` characters can break: at its joints, else anywhere."""
    return _WORD.sub(lambda match: _parted(match.group(), longest), text)


def _parted(word: str, longest: int) -> str:
    if len(word) <= longest:
        return word
    pieces = []
    for piece in _JOINTS.split(word):
        pieces += [piece[at : at + longest] for at in range(0, len(piece), longest)]
    return ZERO_WIDTH_SPACE.join(pieces)
