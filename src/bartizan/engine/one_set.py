"""One minimal cut set, found quickly where looking for the cheapest takes too long."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from math import inf

from bartizan.engine.budget import Budget
from bartizan.engine.goal_slice import GoalSlice
from bartizan.engine.lanes import bits
from bartizan.engine.safe_sets import SafeSets

ONE_SET_STEPS = 10_000_000
"""Steps that one set may take when a search has stopped without any."""


def one_set(piece: GoalSlice, costs: Sequence[float], budget: Budget) -> int | None:
    """Return the variables of one minimal set that reaches the goal, as a mask; nothing when the budget was not enough.

    It need not be the cheapest one, but begins with the cheapest proof, in which what is used twice is paid for twice.
    """
    safe = SafeSets(piece, budget)
    found = cheapest_proof(piece, costs, safe)
    return None if found is None else shrunk(piece, found, costs, safe)


def cheapest_proof(piece: GoalSlice, costs: Sequence[float], safe: SafeSets) -> int | None:
    """Return the variables on which the cheapest proof of the goal rests, by Knuth's way to order facts by their price."""
    prices = [inf] * len(safe.lifts)
    because: list[tuple[int, ...]] = [()] * len(prices)
    known = bytearray(len(prices))
    queue: list[tuple[float, int]] = []
    for variable, cost in enumerate(costs):
        prices[variable] = cost
        queue.append((cost, variable))
    queue.sort()
    while queue and not known[piece.goal]:
        price, place = heappop(queue)
        if known[place]:
            continue
        known[place] = 1
        if not safe.budget.spend(1 + len(safe.lifts[place]) + len(safe.pairs[place])):
            return None
        for head in safe.lifts[place]:
            if price < prices[head]:
                prices[head], because[head] = price, (place,)
                heappush(queue, (price, head))
        for other, head in safe.pairs[place]:
            together = price + prices[other]
            if known[other] and together < prices[head]:
                prices[head], because[head] = together, (place, other)
                heappush(queue, (together, head))
    return rests_on(piece, because) if known[piece.goal] else None


def rests_on(piece: GoalSlice, because: Sequence[tuple[int, ...]]) -> int:
    """Return the variables at which the reasons for the goal end."""
    needed = dict.fromkeys([piece.goal])
    pending = list(needed)
    for place in pending:  # grows while it is walked
        fresh = [each for each in because[place] if each not in needed]
        needed.update(dict.fromkeys(fresh))
        pending += fresh
    return sum(1 << place for place in needed if not because[place])


def shrunk(piece: GoalSlice, chosen: int, costs: Sequence[float], safe: SafeSets) -> int | None:
    """Leave out one variable after the other, the dearest first, as long as the rest reaches the goal."""
    for variable in sorted(bits(chosen), key=lambda each: (-costs[each], each)):
        if safe.budget.spent:
            return None
        without = chosen & ~(1 << variable)
        if reaches(piece, without, safe):
            chosen = without
    return None if safe.budget.spent else chosen


def reaches(piece: GoalSlice, chosen: int, safe: SafeSets) -> bool:
    """Whether the goal follows from some variables."""
    holds, critical = bytearray(len(safe.lifts)), bytearray(len(safe.lifts))
    critical[piece.goal] = 1
    return safe.add(bits(chosen), holds, critical) is None
