"""Families of sets, far too many to list, as diagrams: the minimal ones are kept, counted, and listed smallest first."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import inf

from bartizan.engine.budget import Budget, BudgetSpent
from bartizan.engine.diagram import ALWAYS, DEEPEST, NEVER, STEPS_FOR_A_NODE, Diagram

NONE, EMPTY_SET = 0, 1
"""The family without any set, and the family of the empty set alone."""


class Families:
    """Nodes of zero-suppressed diagrams (Minato, 1993): each parts a family into sets without and with a variable."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.levels = [DEEPEST, DEEPEST]
        self.lows = [NONE, EMPTY_SET]
        self.highs = [NONE, NONE]
        self.known: dict[tuple[int, int, int], int] = {}
        self.differences: dict[tuple[int, int], int] = {}

    def node(self, level: int, low: int, high: int) -> int:
        """Return the family of the sets of `low`, and those of `high` with the variable of a level added."""
        if high == NONE:
            return low
        key = (level, low, high)
        found = self.known.get(key)
        if found is None:
            if not self.budget.spend(STEPS_FOR_A_NODE):
                raise BudgetSpent
            found = self.known[key] = len(self.levels)
            self.levels.append(level)
            self.lows.append(low)
            self.highs.append(high)
        return found

    def minimal(self, diagram: Diagram, root: int) -> int:
        """Return the minimal sets of variables with which a diagram holds that more never helps to avoid.

        After Rauzy, Reliability Engineering and System Safety 40 (1993): with a variable, only what is not there without it.
        """
        done = {NEVER: NONE, ALWAYS: EMPTY_SET}

        def of(node: int) -> int:
            found = done.get(node)
            if found is None:
                low = of(diagram.lows[node])
                high = self.without(of(diagram.highs[node]), low)
                found = done[node] = self.node(diagram.levels[node], low, high)
            return found

        return of(root)

    def without(self, family: int, other: int) -> int:
        """Return the sets of a family that hold no set of another, minimal one."""
        if NONE in (family, other):
            return family
        if other in (EMPTY_SET, family):
            return NONE
        if family == EMPTY_SET:
            return EMPTY_SET
        key = (family, other)
        found = self.differences.get(key)
        if found is None:
            if not self.budget.spend(STEPS_FOR_A_NODE):
                raise BudgetSpent
            first, second = self.levels[family], self.levels[other]
            if first > second:
                found = self.without(family, self.lows[other])
            elif first < second:
                low = self.without(self.lows[family], other)
                found = self.node(first, low, self.without(self.highs[family], other))
            else:
                low = self.without(self.lows[family], self.lows[other])
                high = self.without(self.highs[family], self.highs[other])
                found = self.node(first, low, self.without(high, self.lows[other]))
            self.differences[key] = found
        return found

    def count_by_size(self, root: int) -> list[int]:
        """Return how many sets of each size a family has, from size 0."""
        counts: dict[int, list[int]] = {NONE: [], EMPTY_SET: [1]}
        for node in self.from_below(root):
            low, high = counts[self.lows[node]], [0, *counts[self.highs[node]]]
            counts[node] = [one + other for one, other in zip_longest(low, high, fillvalue=0)]
        return counts[root]

    def cheapest(self, root: int, costs: Sequence[float], largest: float = inf) -> Iterator[tuple[int, ...]]:
        """Yield the sets of a family as levels, cheapest first, only those of up to `largest` elements.

        What the cheapest set below a node costs is known for each node, so no path is followed in vain but for its length.
        """
        least = {NONE: inf, EMPTY_SET: 0.0}
        fewest = {NONE: inf, EMPTY_SET: 0.0}
        for node in self.from_below(root):
            low, high = self.lows[node], self.highs[node]
            least[node] = min(least[low], costs[self.levels[node]] + least[high])
            fewest[node] = min(fewest[low], 1 + fewest[high])
        heap: list[tuple[float, tuple[int, ...], int, float]] = [(least[root], (), root, 0.0)]
        while heap:
            _, chosen, node, cost = heapq.heappop(heap)
            if not self.budget.spend(STEPS_FOR_A_NODE):
                raise BudgetSpent
            if node == EMPTY_SET:
                yield chosen
                continue
            if node == NONE:
                continue
            low, high, level = self.lows[node], self.highs[node], self.levels[node]
            if len(chosen) + fewest[low] <= largest and least[low] < inf:
                heapq.heappush(heap, (cost + least[low], chosen, low, cost))
            if len(chosen) + 1 + fewest[high] <= largest:
                heapq.heappush(
                    heap, (cost + costs[level] + least[high], (*chosen, level), high, cost + costs[level])
                )

    def from_below(self, root: int) -> list[int]:
        """Return the nodes of a family, each after those it goes on to: that is the order of their numbers."""
        seen = {root}
        pending = [root]
        for node in pending:  # grows while it is walked
            for below in (self.lows[node], self.highs[node]):
                if below not in seen:
                    seen.add(below)
                    pending.append(below)
        return sorted(node for node in seen if node > EMPTY_SET)
