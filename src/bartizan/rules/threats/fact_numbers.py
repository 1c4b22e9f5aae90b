"""Numbers facts, and finds the number of a fact by what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import count
from typing import overload

from bartizan.rules.threats.ground import Ground


class NumbersOfOne(dict[object, int]):
    """The numbers of one predicate's facts, by what they are about; a new one is numbered when it is first asked for.

    What a fact is about is a text where it is one thing, and a tuple of texts where it is none or several: most are about
    one, and to find a text takes a third of the time that it takes to make a tuple and find that.
    """

    def __init__(self, following: Callable[[], int]) -> None:
        super().__init__()
        self._following = following

    def __missing__(self, about: object) -> int:
        """Give the next number to what is new."""
        number = self[about] = self._following()
        return number


class FactNumbers(Sequence[Ground]):
    """Facts in the order of their numbers; they are written out when one of them is first looked at."""

    def __init__(self) -> None:
        self._counter = count()
        self._of: dict[str, NumbersOfOne] = {}

    def of(self, predicate: str) -> NumbersOfOne:
        """Return the numbers of a predicate's facts."""
        found = self._of.get(predicate)
        if found is None:
            found = self._of[predicate] = NumbersOfOne(self._counter.__next__)
        return found

    def number(self, fact: Ground) -> int | None:
        """Return the number of a fact; nothing where it has none."""
        numbers = self._of.get(fact[0])
        return numbers.get(fact[1] if len(fact) == 2 else fact[1:]) if numbers else None

    def numbered(self, predicate: str) -> Iterator[tuple[int, Ground]]:
        """Yield the facts of a predicate with their numbers, in the order of these."""
        for about, number in self._of.get(predicate, {}).items():
            yield number, _written_out(predicate, about)

    @cached_property
    def _written(self) -> tuple[Ground, ...]:
        facts: list[Ground] = [()] * len(self)
        for predicate, numbers in self._of.items():
            for about, number in numbers.items():
                facts[number] = _written_out(predicate, about)
        return tuple(facts)

    def __len__(self) -> int:
        """Return how many facts have a number."""
        return sum(map(len, self._of.values()))

    @overload
    def __getitem__(self, number: int) -> Ground: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Ground, ...]: ...
    def __getitem__(self, number: int | slice) -> Ground | tuple[Ground, ...]:
        """Return the fact that a number stands for."""
        return self._written[number]

    def __iter__(self) -> Iterator[Ground]:
        """Yield the facts in the order of their numbers."""
        return iter(self._written)


def _written_out(predicate: str, about: object) -> Ground:
    return (predicate, *about) if isinstance(about, tuple) else (predicate, str(about))
