"""The smallest sets of some facts with which something follows: none, one or two of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from bartizan.engine.completeness import Completeness, UpToOrder
from bartizan.engine.labels import Labels, labels
from bartizan.engine.lanes import Lanes, bits, sweep_within
from bartizan.engine.program import Program
from bartizan.engine.residual import residual

Sets = list[frozenset[int]]

PAIRS_OF = 450
"""Of so many facts pairs are tried, a hundred thousand of them; of more only single ones, since people wait for it."""


class SmallSets:
    """For each fact the minimal sets, of up to two of some facts, with which it follows; worked out when first asked for."""

    def __init__(self, program: Program, base: Sequence[int], some: Sequence[int]) -> None:
        """Take the facts of which sets are made."""
        self.program, self.base = program, tuple(base)
        self.left = residual(program, base, some)
        self._some = [self.left.facts[place] for place in self.left.free]

    @property
    def tries_pairs(self) -> bool:
        """Whether sets of two are looked for."""
        return len(self._some) <= PAIRS_OF

    @property
    def complete(self) -> Completeness:
        """Up to which size all sets are told."""
        return self._labels.complete if self._labels else UpToOrder(1)

    @cached_property
    def _labels(self) -> Labels | None:
        return labels(self.program, self.base, self._some) if self.tries_pairs else None

    @cached_property
    def _alone(self) -> Lanes:
        return sweep_within(self.left, [(fact,) for fact in self._some])

    def of(self, fact: int) -> Sets:
        """Return the minimal sets with which a fact follows; none where more are needed than were looked at."""
        if self.left.certain[fact]:
            return [frozenset()]
        if self._labels:
            return [frozenset(each) for each in self._labels.of(fact)]
        return [frozenset((self._some[at],)) for at in bits(self._alone.lanes(fact))]

    def least(self, fact: int) -> int | None:
        """Return how many are in the smallest set with which a fact follows; nothing where more than were looked at."""
        if self.left.certain[fact]:
            return 0
        if self._labels:
            return min(map(len, self._labels.of(fact)), default=None)
        return 1 if self._alone.lanes(fact) else None

    def together(self, facts: Sequence[int]) -> Sets:
        """Return the minimal sets, of up to two, with which all of some facts follow."""
        joined: Sets = [frozenset()]
        for fact in facts:
            sets = self.of(fact)
            joined = _minimal({a | b for a in joined for b in sets if len(a | b) <= 2})
        return sorted(joined, key=lambda each: (len(each), sorted(each)))


def _minimal(sets: set[frozenset[int]]) -> Sets:
    if frozenset() in sets:
        return [frozenset()]
    alone = {next(iter(each)) for each in sets if len(each) == 1}
    return [each for each in sets if len(each) == 1 or not (each & alone)]
