"""Finds the known word that an unknown one was probably meant to be."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 80
"""Nobody types a longer name by hand, and comparing costs the product of both lengths."""
_MOST_COMPARISONS = 2000
_SEPARATORS = re.compile(r"[\s_\-./]+")


def nearest(word: str, known: Iterable[str], *, limit: int | None = None) -> str | None:
    """Return the known word nearest to `word`, or nothing when none is near.

    Case, hyphens, underscores, dots and spaces do not count. `limit` is how many letters may be wrong,
    missing, too many or exchanged with their neighbour: a third of the word unless said. Of two that are
    equally near, the one that comes first in the alphabet is returned, whatever order they were given in.
    """
    wanted = _bare(word)
    if not wanted or len(wanted) > _LONGEST:
        return None
    allowed = len(wanted) // 3 if limit is None else limit
    best: str | None = None
    comparisons = 0
    for candidate in sorted(set(known)):
        bare = _bare(candidate)
        if not bare or abs(len(bare) - len(wanted)) > allowed:
            continue
        comparisons += 1
        distance = _distance(wanted, bare, allowed)
        if distance <= allowed:
            best, allowed = candidate, distance - 1  # the next one must be nearer
        if allowed < 0 or comparisons == _MOST_COMPARISONS:
            break
    return best


@lru_cache(maxsize=32768)
def _bare(word: str) -> str:
    return _SEPARATORS.sub("", word[: 2 * _LONGEST]).casefold()


def _distance(one: str, other: str, limit: int) -> int:
    """Return how many edits lie between two words, or `limit + 1` when they are more than `limit`.

    Optimal string alignment: inserting, deleting, replacing one letter, or exchanging two neighbours.
    """
    if one == other:
        return 0
    before_previous: list[int] = []
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, other_letter in enumerate(other, start=1):
            cost = min(
                previous[column] + 1,
                current[column - 1] + 1,
                previous[column - 1] + (letter != other_letter),
            )
            exchanged = (
                row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == other_letter
            )
            if exchanged:
                cost = min(cost, before_previous[column - 2] + 1)
            current.append(cost)
        if min(current) > limit and (not before_previous or min(previous) > limit):
            return limit + 1
        before_previous, previous = previous, current
    return min(previous[-1], limit + 1)
