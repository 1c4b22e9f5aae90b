"""All sets of one size that reach a goal: those that no conflict excludes are tried, thousands at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import islice
from math import comb
from operator import or_

from bartizan.engine.budget import Budget
from bartizan.engine.equations import LANES_IN_A_STEP, work_out
from bartizan.engine.goal_slice import GoalSlice
from bartizan.engine.lanes import bits, mask
from bartizan.engine.safe_sets import SafeSets

MOST_SETS = 1 << 18
"""The most sets of one variable less that are told apart."""
MOST_BITS = 1 << 28
"""The most bits that it takes to say which of them hold which variable: 32 MiB."""
MOST_VARIABLES = 2000
"""The most variables of which sets of two or more are told apart: writing them down takes that many times as many steps."""
TOGETHER = 1 << 14
"""How many sets are tried together."""
FEW_AT_ONCE = 4096
"""So few are tried without looking for conflicts first."""
FEW = 8
"""When no more than one in so many is left, those are picked out one by one."""
ROUNDS = 4
"""About how often each place is looked at when many sets are tried together."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The sets of one size that are still possible, in parts: those with the same highest variable."""

    size: int
    masks: Sequence[int]
    """For each variable, the sets of one variable less that hold it."""
    parts: list[int]
    """For each highest variable, what the rest of the set may be: the first so many of those sets, as bits."""

    def count(self) -> int:
        """Return how many sets there are."""
        return sum(map(int.bit_count, self.parts))

    def first_of_the_most(self) -> int:
        """Return one of the sets, as a mask."""
        highest = max(range(len(self.parts)), key=lambda variable: self.parts[variable].bit_count())
        part = self.parts[highest]
        return named(highest, (part & -part).bit_length() - 1, self.size)

    def drop_those_that_miss(self, conflict: int) -> None:
        """Keep only the sets that hold some variable of a conflict."""
        hit = reduce(or_, (self.masks[variable] for variable in bits(conflict)), 0)
        for highest, part in enumerate(self.parts):
            if part and not conflict >> highest & 1:
                self.parts[highest] = part & hit

    def drop_those_that_hold(self, known: int) -> None:
        """Keep only the sets that do not hold all variables of another one."""
        variables = bits(known)
        for highest, part in enumerate(self.parts):
            if part and highest >= variables[-1]:
                holding = part
                for variable in variables:
                    if variable != highest:
                        holding &= self.masks[variable]
                self.parts[highest] = part ^ holding

    def all(self) -> Iterator[int]:
        """Yield the sets, as masks."""
        for highest, part in enumerate(self.parts):
            for index in bits(part):
                yield named(highest, index, self.size)


def few_enough(count: int, size: int) -> bool:
    """Whether the sets of so many of `count` variables can be told apart at all."""
    sets = comb(count, size - 1)
    return sets <= MOST_SETS and sets * count <= MOST_BITS and (size == 1 or count <= MOST_VARIABLES)


def smallest_of_size(
    piece: GoalSlice, size: int, smaller: Iterable[int], safe: SafeSets, conflicts: list[int], budget: Budget
) -> list[int] | None:
    """Return the sets of that size that reach the goal, but none that holds a smaller one; nothing when the budget ran out.

    Sets are masks of variables. Conflicts that are met on the way are added to those known.
    """
    count = len(piece.variables)
    assert few_enough(count, size)
    parts = [(1 << comb(highest, size - 1)) - 1 for highest in range(count)]
    candidates = Candidates(size, choices(count, size - 1), parts)
    for known in smaller:
        candidates.drop_those_that_hold(known)
    for conflict in conflicts:
        candidates.drop_those_that_miss(conflict)
    found = exclude(piece, candidates, safe, conflicts, budget)
    if candidates.count() > max(TOGETHER, comb(count, size) // FEW):
        found += those_that_reach(piece, candidates, budget)
    else:
        found += those_named_that_reach(piece, candidates.all(), budget)
    return None if budget.spent else found


def exclude(
    piece: GoalSlice, candidates: Candidates, safe: SafeSets, conflicts: list[int], budget: Budget
) -> list[int]:
    """Exclude candidates by conflicts while that is less work than trying them; return those that turned out to reach."""

    def price() -> float:
        return ROUNDS * piece.equations.size * (1 + candidates.count() / LANES_IN_A_STEP)

    found: list[int] = []
    trying = price()
    patience = trying / 4
    while candidates.count() > FEW_AT_ONCE and patience > 0 and not budget.spent:
        candidate = candidates.first_of_the_most()
        before = budget.left
        conflict = safe.conflict_missed_by(candidate)
        if conflict is None:
            found.append(candidate)
            candidates.drop_those_that_hold(candidate)
        else:
            conflicts.append(conflict)
            candidates.drop_those_that_miss(conflict)
        patience += trying - price() - (before - budget.left)
        trying = price()
    return found


def those_that_reach(piece: GoalSlice, candidates: Candidates, budget: Budget) -> list[int]:
    """Try all sets of the size, whether still possible or not; return the possible ones that reach the goal."""
    count, size = len(piece.variables), candidates.size
    reaching: list[int] = []
    highest = 0
    while highest < count:
        budget.spend(highest)
        first, width = highest, 0
        holding = [0] * count
        while highest < count and width < TOGETHER:
            lanes = comb(highest, size - 1)
            ones = (1 << lanes) - 1
            for variable in range(highest if size > 1 else 0):
                holding[variable] |= (candidates.masks[variable] & ones) << width
            holding[highest] |= ones << width
            width += lanes
            highest += 1
        reached = tried(piece, holding, width, budget)
        for part in range(first, highest):
            reaching.extend(named(part, index, size) for index in bits(reached & candidates.parts[part]))
            reached >>= comb(part, size - 1)
    return reaching


def those_named_that_reach(piece: GoalSlice, sets: Iterator[int], budget: Budget) -> list[int]:
    """Return those of some sets that reach the goal."""
    reaching: list[int] = []
    while batch := list(islice(sets, TOGETHER)):
        lanes: list[list[int]] = [[] for _ in piece.variables]
        for lane, each in enumerate(batch):
            for variable in bits(each):
                lanes[variable].append(lane)
        holding = [mask(each, len(batch)) if each else 0 for each in lanes]
        reaching.extend(batch[lane] for lane in bits(tried(piece, holding, len(batch), budget)))
    return reaching


def tried(piece: GoalSlice, holding: list[int], width: int, budget: Budget) -> int:
    """Return in which of so many lanes the goal is reached; not in all of them once the budget has run out."""
    steps = 1 + width // LANES_IN_A_STEP
    values = [*holding, *[0] * (len(piece.equations.alone) - len(holding))]
    before = budget.left // steps
    left = work_out(piece.equations, values, before) if before else -1
    budget.spend(budget.left if left < 0 else (before - left) * steps)
    return values[piece.goal]


@lru_cache(maxsize=4)
def choices(count: int, size: int) -> tuple[int, ...]:
    """Return for each of `count` variables the sets of that size that hold it; set *i* is bit *i*.

    Sets are numbered as combinations usually are (Knuth, The Art of Computer Programming 7.2.1.3): by their highest
    variable first, so that the sets among the first few variables are the first ones.
    """
    rows: list[list[int]] = [[] for _ in range(size + 1)]  # for each size, the masks of the variables so far
    for number in range(count):
        for chosen in range(size, 0, -1):
            shift = comb(number, chosen)
            with_it = ((1 << comb(number, chosen - 1)) - 1) << shift
            rows[chosen] = [
                without | (fewer << shift)
                for without, fewer in zip(rows[chosen], rows[chosen - 1], strict=True)
            ]
            rows[chosen].append(with_it)
        rows[0].append(0)
    return tuple(rows[size])


def named(highest: int, index: int, size: int) -> int:
    """Return, as a mask, the set with that highest variable whose rest has that number."""
    chosen = 1 << highest
    below = highest
    for left in range(size - 1, 0, -1):
        below = highest_below(index, left, below)
        chosen |= 1 << below
        index -= comb(below, left)
    return chosen


def highest_below(index: int, size: int, most: int) -> int:
    """Return the highest variable below `most` such that all sets of that size of lower variables come before the index."""
    low, high = size - 1, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if comb(middle, size) <= index else (low, middle)
    return low
