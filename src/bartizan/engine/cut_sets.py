"""The smallest sets of controls with which a goal falls: all of them, or the first few, and how sure it is that no more are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, inf
from typing import Literal

from bartizan.engine.all_subsets import MOST_VARIABLES, column_of, cost_of_all_subsets, smallest
from bartizan.engine.budget import Budget, BudgetSpent
from bartizan.engine.completeness import Complete, Completeness, Stopped, Top, UpToOrder
from bartizan.engine.diagram import DEEPEST, Diagram, diagram_of, order_of_asking
from bartizan.engine.families import Families
from bartizan.engine.goal_slice import GoalSlice, goal_slice
from bartizan.engine.hitting_sets import hitting_sets
from bartizan.engine.lanes import bits
from bartizan.engine.one_set import ONE_SET_STEPS, one_set
from bartizan.engine.program import Program
from bartizan.engine.residual import Residual, residual
from bartizan.engine.safe_sets import SafeSets
from bartizan.engine.small_sets import few_enough, smallest_of_size

CUT_SET_BUDGET = 30_000_000
"""Steps after which a search stops: some seconds' work."""
AT_ONCE_ANYWAY = 12
"""Of so few variables all combinations are tried: nothing else is faster."""
DIAGRAM_SHARE = 4
"""A diagram may take one part in so many of the budget; when it grows larger, something else is tried."""

Way = Literal["nothing to find", "all combinations", "all sets of a size", "diagram", "hitting sets"]


@dataclass(frozen=True, slots=True)
class CutSets:
    """Sets of facts that, given together with the base, reach a goal, and of which none can be left out."""

    goal: int
    """The fact that is reached."""
    sets: tuple[tuple[int, ...], ...]
    """The sets, each sorted, cheapest first, then smallest, then by number; one empty set when the goal holds anyway."""
    complete: Completeness
    """Whether there are others."""
    vacuous: bool = False
    """Whether the goal is not reached even with everything degraded: probably something is not modelled. Never *safe*."""
    matters: tuple[int, ...] = ()
    """The facts that the goal depends on at all; the others make no difference to it."""
    total: int | None = None
    """How many sets there are, where that is known, listed or not; counted only of the sizes asked for."""
    way: Way = "nothing to find"
    """How they were found."""

    @property
    def depth(self) -> int | None:
        """How many must fall together at least; nothing when that is not known, or nothing is enough."""
        return min(map(len, self.sets), default=None)


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for in a slice."""

    piece: GoalSlice
    """What decides the goal."""
    costs: Sequence[float]
    """What each variable costs."""
    top: float
    """How many sets at most."""
    largest: float
    """How many variables a set may hold at most."""
    budget: Budget
    """How much work may be done."""

    @property
    def costs_alike(self) -> bool:
        """Whether all variables cost the same, so that a larger set is always a more expensive one."""
        return len(set(self.costs)) <= 1

    @property
    def count(self) -> int:
        """How many variables there are."""
        return len(self.piece.variables)


@dataclass(frozen=True, slots=True)
class Start:
    """What was found of sets of up to a size."""

    sets: list[int] = field(default_factory=list)
    """Sets of up to that size, as masks."""
    size: int = 0
    """That size."""
    conflicts: list[int] = field(default_factory=list)
    """Variables of which each set must hold one."""
    all: bool = True
    """Whether there are no others of that size."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one way of looking found."""

    way: Way
    """Which way it was."""
    masks: list[int]
    """The sets, of variables, in any order."""
    more: Completeness
    """Whether there are others."""
    total: int | None = None
    """How many there are, listed or not."""


def cut_sets(
    program: Program,
    base: Iterable[int],
    degradable: Iterable[int],
    goal: int,
    *,
    top: int | None = None,
    order: int | None = None,
    costs: Mapping[int, float] | None = None,
    budget: int = CUT_SET_BUDGET,
) -> CutSets:
    """Return the minimal sets of `degradable` facts that reach the goal together with the base; all facts by number.

    `top` asks for the first so many, `order` for sets of up to so many facts; without either, for all. `costs` says what a
    fact costs, 1 where it says nothing; then the cheapest come first. What costs 0 counts as given.
    """
    costs = costs or {}
    possible = list(dict.fromkeys(degradable))
    base = [*base, *(fact for fact in possible if costs.get(fact, 1) <= 0)]
    left = residual(program, base, possible)
    return cut_sets_within(left, goal, top=top, order=order, costs=costs, budget=budget)


def cut_sets_within(
    left: Residual,
    goal: int,
    *,
    top: int | None = None,
    order: int | None = None,
    costs: Mapping[int, float] | None = None,
    budget: int = CUT_SET_BUDGET,
) -> CutSets:
    """Return the minimal cut sets of a goal for a residual made before: for asking about many goals.

    All that is free in the residual is degradable; no cost may be 0.
    """
    if budget <= 0:
        return CutSets(goal, (), Stopped(budget, "steps"))
    if left.certain[goal]:
        return CutSets(goal, ((),), Complete(), total=1)
    if left.places[goal] < 0:
        return CutSets(goal, (), Complete(), vacuous=True, total=0)
    piece = goal_slice(left, goal)
    question = Question(
        piece,
        [(costs or {}).get(fact, 1) for fact in piece.variables],
        inf if top is None else top,
        inf if order is None else order,
        Budget(budget),
    )
    assert min(question.costs) > 0, "what costs nothing belongs to the base"
    found = look(question)
    if not found.masks and isinstance(found.more, Stopped):
        found = with_one_set(question, found, found.more)
    return answer(question, found, goal, top)


def look(question: Question) -> Found:
    """Choose the way of looking that suits the slice, and look; go on to the next one where one gives up."""
    enough_room = cost_of_all_subsets(question.piece) <= question.budget.left // 8
    if question.count <= AT_ONCE_ANYWAY and enough_room:
        return by_all_combinations(question) or by_hitting_sets(question, Start())
    every = question.top == question.largest == inf
    if every and (found := by_all_means(question, enough_room=enough_room)):
        return found
    start = by_size(question)
    if enough(question, start) or start.size >= min(question.largest, question.count):
        return finished_by_size(question, start)
    found = None if every else by_all_means(question, enough_room=enough_room)
    return found or by_hitting_sets(question, start)


def by_all_means(question: Question, *, enough_room: bool) -> Found | None:
    """Look in those ways that find all sets at once; nothing when there are too many controls, or circles, for them."""
    found = by_diagram(question) if question.piece.acyclic else None
    if found is None and question.count <= MOST_VARIABLES and enough_room:
        found = by_all_combinations(question)
    return found


def by_all_combinations(question: Question) -> Found | None:
    """Try each combination of the variables."""
    share = question.budget.left // 2
    column, left = column_of(question.piece, share)
    question.budget.spend(share - left)
    if column is None:
        return None
    every = list(smallest(column, question.count))
    masks = [mask for mask in every if mask.bit_count() <= question.largest]
    more = Complete() if len(masks) == len(every) else UpToOrder(int(question.largest))
    return Found("all combinations", masks, more, len(masks))


def by_size(question: Question) -> Start:
    """Try all sets of one size after the other, while there are not too many; where all cost the same, the first ones do."""
    start = Start()
    safe = SafeSets(question.piece, question.budget)
    while (
        not enough(question, start)
        and start.size < min(question.largest, question.count)
        and few_enough(question.count, start.size + 1)
    ):
        fresh = smallest_of_size(
            question.piece, start.size + 1, start.sets, safe, start.conflicts, question.budget,
            wanted=question.top - len(start.sets) if question.costs_alike else inf,
        )  # fmt: skip
        if fresh is None:
            break
        start = Start([*start.sets, *fresh.sets], start.size + 1, start.conflicts, fresh.all)
    return start


def enough(question: Question, start: Start) -> bool:
    """Whether so many sets are known that no larger one can be among the cheapest ones asked for."""
    if len(start.sets) < question.top:
        return False
    larger = sum(sorted(question.costs)[: start.size + 1])
    return sum(cost_of(question, each) <= larger for each in start.sets) >= question.top


def cost_of(question: Question, mask: int) -> float:
    """Return what a set costs."""
    return sum(question.costs[variable] for variable in bits(mask))


def finished_by_size(question: Question, start: Start) -> Found:
    """Return what was found when sets of some sizes were enough."""
    way: Way = "all sets of a size"
    if not start.all:
        return Found(way, start.sets, Top(len(start.sets)))
    if start.size == question.count:
        return Found(way, start.sets, Complete(), len(start.sets))
    total = len(start.sets) if start.size == question.largest else None
    return Found(way, start.sets, UpToOrder(start.size), total)


def by_diagram(question: Question) -> Found | None:
    """Draw the diagram of the goal and take the minimal sets from it; nothing when it grows too large."""
    if question.count > DEEPEST:
        return None
    share = Budget(question.budget.left // DIAGRAM_SHARE)
    order = order_of_asking(question.piece)
    diagram, families = Diagram(share), Families(share)
    try:
        root = families.minimal(diagram, diagram_of(question.piece, order, diagram))
    except BudgetSpent:
        return None
    finally:
        question.budget.spend(share.allowed - share.left)
    families.budget = question.budget
    masks: list[int] = []
    stopped = False
    try:
        for levels in families.cheapest(root, [question.costs[each] for each in order], question.largest):
            masks.append(sum(1 << order[level] for level in levels))
            if len(masks) >= question.top:
                break
    except BudgetSpent:
        stopped = True
    sizes = families.count_by_size(root)
    total = sum(sizes) if question.largest == inf else sum(sizes[: int(question.largest) + 1])
    if stopped:
        return Found("diagram", masks, Stopped(question.budget.allowed, "steps"), total)
    return Found(
        "diagram", masks, Complete() if total == sum(sizes) else UpToOrder(int(question.largest)), total
    )


def by_hitting_sets(question: Question, start: Start) -> Found:
    """Go on from the sets of up to a size, one set after the other."""
    safe = SafeSets(question.piece, question.budget)
    search = hitting_sets(
        question.costs,
        safe.conflict_missed_by,
        question.budget,
        top=question.top,
        largest=question.largest,
        known=start.sets,
        conflicts=start.conflicts,
    )
    masks = [*start.sets, *search.found]
    if search.below == inf:
        more: Completeness = UpToOrder(int(question.largest)) if search.too_large else Complete()
        return Found("hitting sets", masks, more, len(masks))
    if not question.budget.spent:
        return Found("hitting sets", masks, Top(len(masks)))
    sure = max(start.size, ceil(search.below / question.costs[0]) - 1) if question.costs_alike else None
    return Found("hitting sets", masks, Stopped(question.budget.allowed, "steps", sure))


def with_one_set(question: Question, found: Found, stopped: Stopped) -> Found:
    """Return one set after all where a search stopped without any; what was found when that takes too long as well."""
    allowance = Budget(ONE_SET_STEPS)
    mask = one_set(question.piece, question.costs, allowance)
    if mask is None or mask.bit_count() > question.largest:
        return found
    taken = allowance.allowed - allowance.left
    return replace(found, masks=[mask], more=replace(stopped, one_more=taken))


def answer(question: Question, found: Found, goal: int, top: int | None) -> CutSets:
    """Return what was found as facts, sorted, and no more of it than was asked for."""
    facts, costs = question.piece.variables, question.costs
    listed = sorted(
        (sum(costs[each] for each in chosen), len(chosen), tuple(facts[each] for each in chosen))
        for chosen in map(bits, found.masks)
    )
    complete = found.more
    if top is not None and not isinstance(complete, Stopped) and (found.total is None or found.total > top):
        complete = Top(top)
    sets = tuple(chosen for _, _, chosen in listed)[:top]
    return CutSets(goal, sets, complete, matters=facts, total=found.total, way=found.way)
