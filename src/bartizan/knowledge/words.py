"""Finds known phrases in what people wrote, whatever their capitals, punctuation and versions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from bartizan.source.suggest import nearest

Known = TypeVar("Known")

_TOKEN = re.compile(r"\.?[a-z0-9]+(?:\.[a-z0-9]+|#[0-9]*|\++(?![a-z0-9]))*|[^\W_]+")
_LONGEST = 5
"""No phrase in our tables has more words than this."""
_SHORT = 6
"""In a word with fewer letters than this one slip is all that leaves it recognisable."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case: letters and digits, with the dots and signs of `1.2`, `c++`, `pkcs#11`."""
    return tuple(_TOKEN.findall(text.lower()))


def phrase(text: str) -> tuple[str, ...]:
    """Return a phrase of a table in the form in which `find` looks for it."""
    return words_of(text.replace("-", " ").replace("_", " "))


def find(
    words: Sequence[str], known: Mapping[tuple[str, ...], Known]
) -> list[tuple[Known | None, tuple[str, ...]]]:
    """Cut words into known phrases, the longest first from the left, and single words that nobody knows."""
    found: list[tuple[Known | None, tuple[str, ...]]] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            candidate = tuple(words[at : at + length])
            if candidate in known:
                found.append((known[candidate], candidate))
                break
        else:
            length = 1
            found.append((None, (words[at],)))
        at += length
    return found


def nearest_phrase(text: str, known: Mapping[tuple[str, ...], object]) -> tuple[str, ...] | None:
    """Return the known phrase that a text is a slip of; rather one that begins alike, since few mistype a first letter.

    Two letters may be wrong, in a short word one.
    """
    wanted = "".join(phrase(text))
    most = 1 if len(wanted) < _SHORT else 2
    spellings = {
        "".join(words): words
        for words in sorted(known, key=lambda words: (-len(words), words))
        if abs(sum(map(len, words)) - len(wanted)) <= most
    }
    alike = [spelling for spelling in spellings if spelling[:1] == wanted[:1]]
    found = nearest(wanted, alike, limit=most) or nearest(wanted, spellings, limit=most)
    return spellings[found] if found else None
