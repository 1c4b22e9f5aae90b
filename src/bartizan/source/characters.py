"""Finds the characters that have no business in a text that people read, and gives each a name."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.text import Span

if TYPE_CHECKING:
    from bartizan.source.text import Source

# C0 and C1 control characters but for tab, line ends and form feed (reStructuredText takes that for white
# space); halves of surrogate pairs; and the two code points that no text may hold. One run, one message.
REFUSED_IN_ANY_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]+")

# YAML has no form feed. It takes a byte order mark inside a text for nothing at all, and U+0085, U+2028 and
# U+2029 for line ends in its version 1.1 only: what one reader takes for a comment another takes for a value.
REFUSED_IN_YAML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]+"
)

_LINE_ENDS = {"\x85", "\u2028", "\u2029"}
_PLACES_NAMED = 20
_NAMES = {"\x00": "NUL", "\x08": "BACKSPACE", "\x0c": "FORM FEED", "\x1b": "ESCAPE", "\x7f": "DELETE"}


def refused_characters(source: Source, refused: re.Pattern[str]) -> list[Diagnostic]:
    """Return a diagnostic for each run of characters that `refused` finds; after twenty, only how many more."""
    matches = refused.finditer(source.text)
    found = [_refusal(source, match) for match in islice(matches, _PLACES_NAMED)]
    first = next(matches, None)
    if first is not None:
        more = 1 + sum(1 for _ in matches)
        found.append(
            Diagnostic(
                "control-character",
                f"the text has {more} more such places, from here on",
                Label(Span(source, first.start(), first.end())),
            )
        )
    return found


def name_of(character: str) -> str:
    """Return what a character is called, such as `U+001B ESCAPE`."""
    name = _NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def _refusal(source: Source, match: re.Match[str]) -> Diagnostic:
    character = match.group()[0]
    advice = "take it out; it was probably pasted in with something else"
    if character in _LINE_ENDS:
        advice = "put an ordinary line end here: some programs take this character for one, others do not"
    if character == "\x00":
        advice = "this is probably no text file: name the file that was meant"
    return Diagnostic(
        "control-character",
        f"the text has a character that nobody can see: {name_of(character)}",
        Label(Span(source, match.start(), match.end()), "here"),
        help=(advice,),
    )
