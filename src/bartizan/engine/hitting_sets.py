"""The smallest sets that hit every conflict, found one after the other while the conflicts are still being discovered."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import inf
from operator import and_

from bartizan.engine.budget import Budget
from bartizan.engine.lanes import bits


@dataclass(frozen=True, slots=True)
class Search:
    """What a search for hitting sets found, and how far it came."""

    found: list[int]
    """The minimal hitting sets, as masks, cheapest first; those known before are not among them."""
    below: float
    """Every minimal hitting set that costs less was found; infinite when there are no more of the sizes looked for."""
    too_large: bool
    """Whether sets were left aside because they would have held too many elements."""


STEPS_FOR_A_BRANCH = 60
"""What looking at one branch costs, in steps of the budget, beside looking at conflicts."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A set that is being extended."""

    cost: float
    """What it costs now."""
    chosen: int
    """Its elements, as a mask."""
    forbidden: int
    """What may not join it: those sets are made elsewhere."""
    missed: list[int]
    """Of the first `seen` conflicts, those that it does not hit."""
    seen: int
    """How many conflicts were known when it was made."""


class Branches:
    """The branches still to be looked at: the one that can become the cheapest first, among those the largest."""

    def __init__(self) -> None:
        self.heap: list[tuple[float, int, int, Branch]] = []
        self.made = 0

    def push(self, least: float, branch: Branch) -> None:
        """Add a branch below which any hitting set costs at least so much."""
        self.made += 1
        heapq.heappush(self.heap, (least, -branch.chosen.bit_count(), self.made, branch))

    def pop(self) -> tuple[float, Branch]:
        """Take the first branch, and what any hitting set still to be found costs at least."""
        least, _, _, branch = heapq.heappop(self.heap)
        return least, branch


def hitting_sets(
    costs: Sequence[float],
    conflict_missed_by: Callable[[int], int | None],
    budget: Budget,
    *,
    top: float = inf,
    largest: float = inf,
    known: Iterable[int] = (),
    conflicts: Iterable[int] = (),
) -> Search:
    """Return the minimal sets that hit all conflicts, as masks, cheapest first, of up to `largest` elements.

    `conflict_missed_by` takes a mask and returns a conflict that it does not hit, or nothing when it hits them all. Costs
    are above 0. Sets that hold one of the `known` ones are passed over; some `conflicts` may be known, too. It ends when the
    `top` cheapest are among those known and found. When the budget runs out, what was found is returned.

    This is Reiter's tree (Artificial Intelligence 32, 1987) grown best first: a set that misses a conflict is extended by
    an element of it, or that element is forbidden below, so that no set is made twice. Elements that hit all that is missed
    come first; without them, two more are needed. What a set must cost at least is also known from conflicts that it misses
    and that have nothing in common.
    """
    conflicts = list(conflicts)
    hitting = list(known)
    prices = sorted(sum(costs[element] for element in bits(each)) for each in hitting)
    found: list[int] = []
    too_large = False
    cheapest = min(costs, default=1.0)
    branches = Branches()
    branches.push(0, Branch(0, 0, 0, [], 0))
    while branches.heap:
        known_least, branch = branches.pop()
        cost, chosen, forbidden = branch.cost, branch.chosen, branch.forbidden
        missed = [*branch.missed, *(each for each in conflicts[branch.seen :] if not each & chosen)]
        steps = STEPS_FOR_A_BRANCH + 4 * len(missed) + len(hitting) // 2
        if len(found) + bisect_right(prices, known_least) >= top or not budget.spend(steps):
            return Search(found, known_least, too_large)
        if any(chosen & each == each for each in hitting):
            continue
        if not missed:
            conflict = conflict_missed_by(chosen)
            if budget.spent:
                return Search(found, known_least, too_large)
            if conflict is None:
                hitting.append(chosen)
                found.append(chosen)
                continue
            conflicts.append(conflict)
            missed.append(conflict)
        open_ = [conflict & ~forbidden for conflict in missed]
        common = reduce(and_, open_)
        least = cost + max(least_to_hit(open_, costs), cheapest if common else 2 * cheapest)
        if least == inf:
            continue
        if least > known_least:
            branches.push(least, Branch(cost, chosen, forbidden, missed, len(conflicts)))
            continue
        if chosen.bit_count() >= largest:
            too_large = True
            continue
        hits = common or min(open_, key=lambda mask: (mask.bit_count(), mask))
        element = (hits & -hits).bit_length() - 1
        with_it = 1 << element
        still = [conflict for conflict in missed if not conflict & with_it]
        dearer = cost + costs[element]
        branches.push(max(least, dearer), Branch(dearer, chosen | with_it, forbidden, still, len(conflicts)))
        branches.push(least, Branch(cost, chosen, forbidden | with_it, missed, len(conflicts)))
    return Search(found, inf, too_large)


def least_to_hit(missed: Sequence[int], costs: Sequence[float]) -> float:
    """Return what it costs at least to hit all of these; infinite when one of them is empty."""
    if not all(missed):
        return inf
    least, taken = 0.0, 0
    for conflict in missed:
        if not conflict & taken:
            taken |= conflict
            least += min([costs[element] for element in bits(conflict)])
    return least
