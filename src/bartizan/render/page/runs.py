"""Says which of many elements are meant in few words: interfaces that follow each other as `interfaces 1–25, 28`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bartizan.model.references import SECTIONS
from bartizan.render.page.document import Tone, Word, Words

if TYPE_CHECKING:
    from bartizan.render.page.names import Names, Target

_LONGEST = 9
"""Longer digits are no number that anybody counts to."""


def run_words(ids: Iterable[str], names: Names, tone: Tone = Tone.PLAIN) -> Words:
    """Return the elements of those ids with links: numbered interfaces as runs, each end of a run leading to its own.

    An id that names no element of the page stands as it was written.
    """
    ids = tuple(dict.fromkeys(ids))
    numbered = {number: target for number, target in _numbered(names).items() if target[0] in ids}
    parts: list[Words] = []
    if len(numbered) > 1:
        runs = [_run(run, numbered, tone) for run in _consecutive(sorted(numbered))]
        parts.append((Word("interfaces ", tone), *_joined(runs, tone)))
        gathered = {id_ for id_, _ in numbered.values()}
        ids = tuple(each for each in ids if each not in gathered)
    parts += [(_one(each, names, tone),) for each in ids]
    return _joined(parts, tone)


def _one(id_: str, names: Names, tone: Tone) -> Word:
    return names.word(id_, SECTIONS, tone) if names.find(id_, SECTIONS) else Word(id_, tone)


def _numbered(names: Names) -> dict[int, tuple[str, Target]]:
    """Return id and target of the interfaces that have a number of their own."""
    ids = {target.anchor: id_ for id_, target in names.targets["interfaces"].items()}
    return {
        int(number): (ids[target.anchor], target)
        for number, target in names.numbered.items()
        if number.isdecimal() and len(number) < _LONGEST and str(int(number)) == number
    }


def _consecutive(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _run(run: list[int], numbered: dict[int, tuple[str, Target]], tone: Tone) -> Words:
    def word(number: int) -> Word:
        return Word(str(number), tone, f"#{numbered[number][1].anchor}")

    if len(run) == 1:
        return (word(run[0]),)
    between = "–" if len(run) > 2 else ", "
    return (word(run[0]), Word(between, tone), word(run[-1]))


def _joined(parts: Sequence[Words], tone: Tone) -> Words:
    words: list[Word] = []
    for part in parts:
        words += [Word(", ", tone), *part] if words else part
    return tuple(words)
