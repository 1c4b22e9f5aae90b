"""How likely it is that a goal is reached when each control falls with its own chance, and how much each one counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from bartizan.engine import all_subsets
from bartizan.engine.budget import Budget, BudgetSpent
from bartizan.engine.completeness import Complete, Stopped
from bartizan.engine.diagram import ALWAYS, DEEPEST, NEVER, Diagram, diagram_of, order_of_asking
from bartizan.engine.goal_slice import GoalSlice, goal_slice
from bartizan.engine.hitting_sets import hitting_sets
from bartizan.engine.lanes import bits
from bartizan.engine.program import Program
from bartizan.engine.residual import residual
from bartizan.engine.safe_sets import SafeSets

LIKELIHOOD_BUDGET = 10_000_000
"""Steps after which it stops: well under a minute's work."""


@dataclass(frozen=True, slots=True)
class Importance:
    """How much the likelihood of a goal hangs on one control. *P* is that likelihood, *P₁* with the control fallen, *P₀*
    with it standing for certain. As defined in NUREG/CR-3385 (Vesely and others, 1983) and by Birnbaum (1969).
    """

    control: int
    """The fact that says that the control has fallen."""
    birnbaum: float
    """*P₁ - P₀*: how often it is this control that decides."""
    fussell_vesely: float
    """*(P - P₀) / P*: the share of the likelihood that goes through it, and would be gone if it stood for certain."""
    achievement: float
    """*P₁ / P*, the risk achievement worth: how many times likelier the goal is once the control has fallen."""
    reduction: float
    """*P / P₀*, the risk reduction worth: how many times likelier the goal is than if it stood for certain; may be infinite."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a goal is."""

    goal: int
    """The fact that is reached."""
    at_least: float
    """It is no less likely than this. The same as `at_most` when the answer is complete."""
    at_most: float
    """It is no more likely than this."""
    complete: Complete | Stopped
    """Whether it is exact."""
    importance: tuple[Importance, ...] = ()
    """The controls that it depends on, those that count most first; nothing when the answer is not exact."""


class Chances:
    """A diagram, and how likely it is with one choice of chances or another."""

    def __init__(self, diagram: Diagram, root: int) -> None:
        self.diagram = diagram
        self.root = root
        seen = {root}
        pending = [root]
        for node in pending:  # grows while it is walked
            for below in (diagram.lows[node], diagram.highs[node]):
                if below not in seen:
                    seen.add(below)
                    pending.append(below)
        self.nodes = sorted(node for node in seen if node > ALWAYS)

    def given(self, chances: Sequence[float]) -> float:
        """Return how likely the diagram holds when the variable of each level is chosen with its chance."""
        levels, lows, highs = self.diagram.levels, self.diagram.lows, self.diagram.highs
        likely = {NEVER: 0.0, ALWAYS: 1.0}
        for node in self.nodes:  # each after those below it: that is the order of their numbers
            chance = chances[levels[node]]
            likely[node] = (1 - chance) * likely[lows[node]] + chance * likely[highs[node]]
        return likely[self.root]


def likelihood(
    program: Program,
    base: Iterable[int],
    chances: Mapping[int, float],
    goal: int,
    *,
    budget: int = LIKELIHOOD_BUDGET,
) -> Likelihood:
    """Return how likely the goal follows from the base and facts that come true with their chances, each for itself.

    Exact, never the sum over cut sets, which may be more than a third too high. When the budget is not enough, a range is
    returned that it lies in. What has a common cause: see `common_cause.common_cause`.
    """
    if budget <= 0:
        return Likelihood(goal, 0, 1, Stopped(budget, "steps"))
    left = residual(program, [*base, *(fact for fact, each in chances.items() if each >= 1)], sorted(chances))
    if left.certain[goal]:
        return Likelihood(goal, 1, 1, Complete())
    if left.places[goal] < 0:
        return Likelihood(goal, 0, 0, Complete())
    piece = goal_slice(left, goal)
    of_variable = [chances[fact] for fact in piece.variables]
    work = Budget(budget)
    drawn = by_diagram(piece, Budget(budget // 2), work)
    if drawn is not None:
        order, function = drawn
        likely, importance = weighed(piece, order, function, of_variable, work)
        return Likelihood(goal, likely, likely, Complete(), importance)
    if len(piece.variables) <= all_subsets.MOST_VARIABLES:
        column, _ = all_subsets.column_of(piece, work.left)
        if column is not None:
            likely = all_subsets.probability(column, of_variable)
            return Likelihood(goal, likely, likely, Complete())
    return between(piece, goal, of_variable, budget, work)


def by_diagram(piece: GoalSlice, share: Budget, work: Budget) -> tuple[list[int], Chances] | None:
    """Return the order of the variables and the diagram of the goal; nothing when it grows too large."""
    if len(piece.variables) > DEEPEST:
        return None
    order = order_of_asking(piece)
    diagram = Diagram(share)
    try:
        return order, Chances(diagram, diagram_of(piece, order, diagram))
    except BudgetSpent:
        return None
    finally:
        work.spend(share.allowed - share.left)


def weighed(
    piece: GoalSlice, order: Sequence[int], function: Chances, of_variable: Sequence[float], work: Budget
) -> tuple[float, tuple[Importance, ...]]:
    """Return how likely the goal is and how much each variable counts; the latter only as far as the budget goes."""
    of_level = [of_variable[variable] for variable in order]
    likely = function.given(of_level)
    found: list[Importance] = []
    for level, variable in enumerate(order):
        if not likely or not work.spend(2 * len(function.nodes)):
            return likely, ()
        fallen = function.given([*of_level[:level], 1, *of_level[level + 1 :]])
        standing = function.given([*of_level[:level], 0, *of_level[level + 1 :]])
        found.append(
            Importance(
                piece.variables[variable],
                fallen - standing,
                (likely - standing) / likely,
                fallen / likely,
                likely / standing if standing else inf,
            )
        )
    found.sort(key=lambda each: (-each.birnbaum, each.control))
    return likely, tuple(found)


def between(
    piece: GoalSlice, goal: int, of_variable: Sequence[float], budget: int, work: Budget
) -> Likelihood:
    """Return a range: the likelihood of the smallest cut sets that were found, and that of the rarest conflict being hit."""
    least_likely = 1.0

    def conflict_missed_by(chosen: int) -> int | None:
        nonlocal least_likely
        conflict = safe.conflict_missed_by(chosen)
        if conflict is not None and not work.spent:
            none_falls = 1.0
            for variable in bits(conflict):
                none_falls *= 1 - of_variable[variable]
            least_likely = min(least_likely, 1 - none_falls)
        return conflict

    safe = SafeSets(piece, work)
    search = hitting_sets([1.0] * len(of_variable), conflict_missed_by, work)
    exact = search.below == inf
    likely = 0.0
    for few in (
        len(search.found),
        512,
        64,
        8,
        1,
    ):  # fewer, when the diagram of all of them is too large as well
        drawn = union_of(search.found[:few], len(of_variable), Budget(budget // 2))
        if drawn is not None:
            likely = drawn.given(of_variable)
            exact = exact and few >= len(search.found)
            break
        exact = False
    if exact:
        return Likelihood(goal, likely, likely, Complete())
    return Likelihood(goal, likely, max(likely, least_likely), Stopped(budget, "steps"))


def union_of(sets: Sequence[int], count: int, budget: Budget) -> Chances | None:
    """Return the diagram that holds when all of one of the sets are chosen; nothing when it grows too large."""
    if count > DEEPEST:
        return None
    diagram = Diagram(budget)
    try:
        root = NEVER
        for each in sorted(sets):
            product = ALWAYS
            for variable in reversed(bits(each)):
                product = diagram.node(variable, NEVER, product)
            root = diagram.either(root, product)
        return Chances(diagram, root)
    except BudgetSpent:
        return None
