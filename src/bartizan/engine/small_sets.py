"""All sets of one size that reach a goal, or the first of them: those that no conflict excludes are tried, thousands at once.

Within this file variables are counted from the last one, so that the sets of the first variables are tried first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import islice
from math import comb, inf
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
ROUNDS = 2
"""About how often each place is looked at when many sets are tried together."""
FIRST_TRIES = 4
"""When only some sets are wanted, so many heaps of them are tried before conflicts are looked for."""


@dataclass(frozen=True, slots=True)
class OfOneSize:
    """Sets of one size that reach the goal."""

    sets: list[int]
    """The sets, as masks of variables."""
    all: bool
    """Whether those are all; otherwise no other comes before the last of them when sets are sorted."""


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
    piece: GoalSlice,
    size: int,
    smaller: Iterable[int],
    safe: SafeSets,
    conflicts: list[int],
    budget: Budget,
    *,
    wanted: float = inf,
) -> OfOneSize | None:
    """Return the sets of that size that reach the goal, but none that holds a smaller one; nothing when the budget ran out.

    Sets are masks of variables. When the first so many are `wanted`, it may end with those. Conflicts that are met on the
    way are added to those known.
    """
    count = len(piece.variables)
    assert few_enough(count, size)
    parts = [(1 << comb(highest, size - 1)) - 1 for highest in range(count)]
    candidates = Candidates(size, choices(count, size - 1), parts)
    for known in smaller:
        candidates.drop_those_that_hold(turned(known, count))
    for conflict in conflicts:
        candidates.drop_those_that_miss(turned(conflict, count))
    found: list[int] = []
    if size > 1 and wanted < inf:
        for heap in islice(those_that_reach(piece, candidates, budget), FIRST_TRIES):
            found += heap
            if len(found) >= wanted and not budget.spent:
                return OfOneSize(found, not candidates.count())
    found += exclude(piece, candidates, safe, conflicts, budget)
    if candidates.count() > max(TOGETHER, comb(count, size) // FEW):
        for heap in those_that_reach(piece, candidates, budget):
            found += heap
    else:
        found += those_named_that_reach(piece, candidates.all(), budget)
    return None if budget.spent else OfOneSize(found, all=True)


def exclude(
    piece: GoalSlice, candidates: Candidates, safe: SafeSets, conflicts: list[int], budget: Budget
) -> list[int]:
    """Exclude candidates by conflicts while that is less work than trying them; return those that turned out to reach."""

    def price() -> float:
        return ROUNDS * piece.equations.size * (1 + candidates.count() / LANES_IN_A_STEP)

    count = len(piece.variables)
    found: list[int] = []
    trying = price()
    patience = trying / 4
    while candidates.count() > FEW_AT_ONCE and patience > 0 and not budget.spent:
        candidate = candidates.first_of_the_most()
        before = budget.left
        conflict = safe.conflict_missed_by(turned(candidate, count))
        if conflict is None:
            found.append(turned(candidate, count))
            candidates.drop_those_that_hold(candidate)
        else:
            conflicts.append(conflict)
            candidates.drop_those_that_miss(turned(conflict, count))
        patience += trying - price() - (before - budget.left)
        trying = price()
    return found


def those_that_reach(piece: GoalSlice, candidates: Candidates, budget: Budget) -> Iterator[list[int]]:
    """Try all sets of the size, whether still possible or not, a heap at a time; yield the possible ones that reach the goal.

    Those that hold the first variables come first. What was tried is no candidate any more.
    """
    count, size = len(piece.variables), candidates.size
    below = count  # parts with this highest variable and above have been tried
    while below > 0:
        budget.spend(below)
        width = 0
        heap: list[tuple[int, int]] = []
        holding = [0] * count
        while below > 0 and width < TOGETHER:
            below -= 1
            lanes = comb(below, size - 1)
            if lanes and candidates.parts[below]:
                ones = (1 << lanes) - 1
                for variable in range(below if size > 1 else 0):
                    holding[variable] |= (candidates.masks[variable] & ones) << width
                holding[below] |= ones << width
                heap.append((below, width))
                width += lanes
        reached = tried(piece, holding, width, budget) if heap else 0
        found = []
        for part, start in heap:
            hits = reached >> start & candidates.parts[part]
            candidates.parts[part] = 0
            found += [turned(named(part, index, size), count) for index in bits(hits)]
        yield found


def those_named_that_reach(piece: GoalSlice, sets: Iterator[int], budget: Budget) -> list[int]:
    """Return those of some sets that reach the goal."""
    count = len(piece.variables)
    reaching: list[int] = []
    while batch := list(islice(sets, TOGETHER)):
        lanes: list[list[int]] = [[] for _ in piece.variables]
        for lane, each in enumerate(batch):
            for variable in bits(each):
                lanes[variable].append(lane)
        holding = [mask(each, len(batch)) if each else 0 for each in lanes]
        reached = tried(piece, holding, len(batch), budget)
        reaching.extend(turned(batch[lane], count) for lane in bits(reached))
    return reaching


def tried(piece: GoalSlice, holding: list[int], width: int, budget: Budget) -> int:
    """Return in which of so many lanes the goal is reached; not in all of them once the budget has run out."""
    steps = 1 + width // LANES_IN_A_STEP
    values = [*reversed(holding), *[0] * (len(piece.equations.alone) - len(holding))]
    before = budget.left // steps
    left = work_out(piece.equations, values, before) if before else -1
    budget.spend(budget.left if left < 0 else (before - left) * steps)
    return values[piece.goal]


def turned(chosen: int, count: int) -> int:
    """Return a choice of so many variables, as a mask, with the last one first."""
    return int(f"{chosen:0{count}b}"[::-1], 2)


@lru_cache(maxsize=4)
def choices(count: int, size: int) -> tuple[int, ...]:
    """Return for each of `count` variables the sets of that size that hold it; set *i* is bit *i*.

    Sets are numbered as combinations usually are (Knuth, The Art of Computer Programming 7.2.1.3): by their highest
    variable first, so that the sets among the first few variables are the first ones.
    """
    if size == 1:
        return tuple(1 << number for number in range(count))
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
