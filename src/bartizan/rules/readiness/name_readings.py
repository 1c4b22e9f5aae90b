"""The ways in which one name can be read: with and without what stands in brackets, and each side of a slash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from bartizan.model.names import fold

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_EMPTY_WORDS = frozenset({
    "a", "an", "and", "api", "asset", "by", "component", "data", "for", "from", "in", "instance", "item",
    "its", "of", "on", "or", "our", "process", "program", "rest", "server", "service", "system", "that",
    "the", "this", "to", "used", "with",
})  # fmt: skip
"""Words that tell no two things apart, where anything else is left of a name."""


class Reading(Enum):
    """How a name was read."""

    WHOLE = "whole"
    """As it stands, or one side of its slashes."""
    OUTSIDE = "outside"
    """Without its brackets."""
    INSIDE = "inside"
    """With what stands in brackets in the place of what they explain."""

    def may_equal(self, other: Reading) -> bool:
        """Whether two names that read alike in these ways may be one thing.

        `Key (worker)` and `Key (client)` are alike outside of their brackets and `Database (MySQL)` and `Log (MySQL)`
        inside: their brackets are there to tell them apart.
        """
        return self is not other or self is Reading.WHOLE


def readings(name: str) -> Iterator[tuple[frozenset[str], Reading]]:
    """Yield each way to read a name: its telling words, whatever their order, with how they were found."""
    seen: set[tuple[frozenset[str], Reading]] = set()
    in_brackets = bool(_BRACKETS.search(name))
    for text, reading in _texts(name[:200]):
        words = frozenset(_words(text) if in_brackets and reading is Reading.WHOLE else _telling(text))
        if words and (words, reading) not in seen:
            seen.add((words, reading))
            yield words, reading


def _texts(name: str) -> Iterator[tuple[str, Reading]]:
    brackets = list(_BRACKETS.finditer(name))[:4]
    for text in _sides(_BRACKETS.sub(r" \1 ", name)):
        yield text, Reading.WHOLE
    if not brackets:
        return
    yield from ((text, Reading.OUTSIDE) for text in _sides(_BRACKETS.sub(" ", name)))
    for bracket in brackets:
        before = _BRACKETS.sub(" ", name[: bracket.start()]).split()
        labels = " ".join(each[1] for each in brackets if each.end() <= bracket.start())
        after = _BRACKETS.sub(" ", name[bracket.end() :])
        for kept in range(len(before)):
            yield f"{' '.join(before[:kept])} {bracket[1]} {after}", Reading.INSIDE
        if labels:
            yield f"{labels} {bracket[1]} {after}", Reading.INSIDE


def _sides(text: str) -> Iterator[str]:
    """Yield a text, and each side of a slash between two of its words: `RBAC/ACL rules` names two."""
    yield text
    words = text.split()
    for at, word in enumerate(words):
        if "/" in word.strip("/"):
            for side in word.split("/")[:6]:
                yield " ".join((*words[:at], side, *words[at + 1 :]))


def _telling(text: str) -> list[str]:
    """Return the words that tell things apart; all of them, where none does."""
    return [word for word in _words(text) if word not in _EMPTY_WORDS] or _words(text)


def _words(text: str) -> list[str]:
    return [_singular(word) for word in fold(text).split()]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
