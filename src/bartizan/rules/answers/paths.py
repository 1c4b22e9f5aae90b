"""How somebody gets at something: the smallest sets of things that must fail, what counts most, and what would stop it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bartizan.engine.completeness import Complete
from bartizan.engine.cut_sets import CUT_SET_BUDGET, CutSets, cut_sets_within
from bartizan.engine.likelihood import Importance, likelihood
from bartizan.engine.residual import residual
from bartizan.model.level import Strength
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.common_causes import (
    CAUSE,
    chance_of,
    cost_of,
    members_of,
    said,
    together,
    with_common_causes,
)
from bartizan.rules.answers.grades import Graded, grade, takes
from bartizan.rules.answers.importance import Weight, weights
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.answers.unbreakable import unbreakable
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_controls import Holding, Sort
from bartizan.rules.threats.ground import Ground

WEIGHED_SETS = 200
"""Over so many of the cheapest sets it is weighed what counts most, where there are more…"""
WEIGHED_STEPS = 1_500_000
"""…and where they are found in so many steps."""


@dataclass(frozen=True, slots=True)
class MustFail:
    """One set of things that must fail together, of which none can be left out."""

    facts: tuple[Ground, ...]
    cost: float
    """What that costs an attacker: 1 for what the page gives no cost."""
    takes: Strength | None = None
    """The least capability that is up to all of it; nothing where something in it is not graded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """How likely something is, as far as the page gives probabilities; what has none is taken to hold."""

    at_least: float
    at_most: float
    """The same as `at_least` where it is exact."""
    weightiest: tuple[tuple[Ground, float], ...]
    """What most of it goes through, with the share that would be gone if each held for certain (Fussell and Vesely)."""
    without: int
    """How many things that could fail have no probability."""
    complete: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """What must not fail so that no way is left."""

    facts: tuple[Ground, ...] | None
    """The fewest things that are enough; nothing where nothing would help, or where none was found in time."""
    complete: str
    """Whether it is sure that these are enough, and that no fewer are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Every way, or the first few, in which an actor brings something about."""

    actor: Actor
    goal: Ground
    sets: tuple[MustFail, ...]
    """The cheapest first; one empty set where nothing needs to fail at all."""
    complete: str
    """Whether there are others."""
    vacuous: bool
    """Whether nothing leads there even with everything gone: probably not modelled, never safe."""
    total: int | None
    """How many sets there are, where that is known."""
    weights: tuple[Weight, ...] = ()
    """How much each thing counts, what counts most first; nothing where nothing needs to fail, or the search stopped."""
    weighed: str = "complete"
    """Over which sets it was weighed: all of them, or the cheapest."""
    firm: Firm | None = None
    """What must not fail so that no way is left; nothing where there is none, or the search stopped."""
    graded: Graded | None = None
    """How capable one must be, where the page grades its controls."""
    likely: Likely | None = None
    """How likely it is, where the page gives probabilities."""

    @property
    def depth(self) -> int | None:
        """How many things must fail together at least."""
        return min((len(each.facts) for each in self.sets), default=None)


def paths_of(
    analysis: Analysis,
    actor: Actor,
    breach: Breach,
    element: str,
    *,
    top: int = 20,
    bugs: bool = True,
    weigh: bool = True,
    budget: int = CUT_SET_BUDGET,
) -> Paths | None:
    """Return the ways in which an actor brings a breach about; nothing where no rule is about it.

    What may fail is every control, every assumption, what is not said, and, with `bugs`, that components have no bug to
    exploit. Controls that share a cause fail as one. `weigh` asks also for what counts most and what would shut every way,
    which takes several times as long.
    """
    analysis = with_common_causes(analysis)
    grounded = analysis.grounded
    goal: Ground = (breach.value, element)
    number = grounded.number(goal)
    if number is None:
        return None
    can_fail = together(analysis, degradable(analysis, bugs=bugs))
    costs = {
        each: cost for fact, each in zip(can_fail, grounded.numbers(can_fail), strict=True)
        if (cost := cost_of(grounded, fact)) is not None
    }  # fmt: skip
    base = (*analysis.base, *analysis.acts(actor))
    free = [each for each in grounded.numbers(can_fail) if costs.get(each, 1.0) > 0]
    given = (*base, *(each for each, cost in costs.items() if cost <= 0))
    left = residual(grounded.program, given, free)

    def searched(count: int, steps: int) -> CutSets:
        return cut_sets_within(left, number, top=count, costs=costs, budget=steps)

    found = searched(top, budget)
    likely = _likely(analysis, base, number, can_fail, budget)
    paths = Paths(
        actor=actor,
        goal=goal,
        sets=tuple(_must_fail(analysis, each, costs) for each in found.sets),
        complete=str(found.complete),
        vacuous=found.vacuous,
        total=found.total,
        graded=grade(analysis, actor, number) if budget else None,
        likely=likely[0] if likely else None,
    )
    if not weigh or not any(found.sets):
        return paths
    wide = found
    if not isinstance(found.complete, Complete) and top < WEIGHED_SETS:
        wide = max(found, searched(WEIGHED_SETS, min(budget, WEIGHED_STEPS)), key=lambda each: len(each.sets))
    return _weighed(analysis, paths, wide, costs, likely[1] if likely else {}, free, given)


def _must_fail(analysis: Analysis, numbers: Sequence[int], costs: Mapping[int, float]) -> MustFail:
    facts = _facts(analysis, numbers)
    return MustFail(
        facts, sum(costs.get(each, 1.0) for each in numbers), takes(analysis.grounded, facts)
    )  # fmt: skip


def _facts(analysis: Analysis, numbers: Sequence[int]) -> tuple[Ground, ...]:
    names = analysis.grounded.program.names
    return tuple(names[each] for each in numbers)  # type: ignore[misc]


def _weighed(
    analysis: Analysis,
    paths: Paths,
    wide: CutSets,
    costs: Mapping[int, float],
    exact: Mapping[Ground, Importance],
    free: Sequence[int],
    given: Sequence[int],
) -> Paths:
    """Return the ways with how much each thing counts on them, and with what must not fail so that none is left."""
    program = analysis.grounded.program
    sets = [_facts(analysis, each) for each in wide.sets]
    prices = [sum(costs.get(each, 1.0) for each in one) for one in wide.sets]
    firm = unbreakable(program, given, free, wide.goal, wide.sets)
    return Paths(
        actor=paths.actor, goal=paths.goal, sets=paths.sets, complete=paths.complete, vacuous=paths.vacuous,
        total=paths.total if paths.total is not None else wide.total, graded=paths.graded, likely=paths.likely,
        weights=weights(sets, prices, exact), weighed=str(wide.complete),
        firm=Firm(facts=None if firm.facts is None else _facts(analysis, firm.facts), complete=str(firm.complete)),
    )  # fmt: skip


def _likely(
    analysis: Analysis, base: tuple[int, ...], goal: int, can_fail: tuple[Ground, ...], budget: int
) -> tuple[Likely, dict[Ground, Importance]] | None:
    """Return how likely a goal is by the probabilities of the page, and how much each thing counts; nothing without any."""
    grounded = analysis.grounded
    chances = {
        each: chance for fact, each in zip(can_fail, grounded.numbers(can_fail), strict=True)
        if (chance := chance_of(grounded, fact)) is not None
    }  # fmt: skip
    if not chances:
        return None
    found = likelihood(grounded.program, base, chances, goal, budget=budget)
    by_fact = dict(
        zip(_facts(analysis, [each.control for each in found.importance]), found.importance, strict=True)
    )
    shares = sorted(by_fact.items(), key=lambda pair: (-pair[1].fussell_vesely, pair[0]))
    return Likely(
        at_least=found.at_least, at_most=found.at_most,
        weightiest=tuple((fact, each.fussell_vesely) for fact, each in shares if each.fussell_vesely > 0),
        without=len(can_fail) - len(chances), complete=str(found.complete),
    ), by_fact  # fmt: skip


def degradable(analysis: Analysis, *, bugs: bool) -> tuple[Ground, ...]:
    """Return everything that may fail: controls that hold or of which nothing is said, and plain questions."""
    grounded = analysis.grounded
    controls = [
        ("degraded", each.id) for each in grounded.controls.values()
        if each.holding is not Holding.ABSENT and (bugs or each.sort is not Sort.GENERIC)
    ]  # fmt: skip
    asked = sorted(fact for fact in grounded.unsaid if fact[0] not in {"degraded", "acts"})
    return tuple(fact for fact in (*controls, *asked) if grounded.number(fact) is not None)


def must_fail_in_words(analysis: Analysis, fact: Ground) -> str:
    """Return what must fail, as a clause."""
    grounded = analysis.grounded
    if fact[0] == "degraded":
        return _control_in_words(analysis, fact[1])
    if fact[0] == CAUSE:
        controls = [_control_in_words(analysis, each) for each in members_of(grounded, fact)]
        return f"the common cause “{fact[1]}” of {', '.join(controls[:-1])} and {controls[-1]}" if len(controls) > 1 else (
            f"the common cause “{fact[1]}” of {', '.join(controls)}"
        )  # fmt: skip
    text = said(grounded, fact)
    return text[:1].lower() + text[1:]


def _control_in_words(analysis: Analysis, id_: str) -> str:
    control = analysis.grounded.controls[id_]
    unsaid = (
        " (not said)" if control.holding is Holding.UNSAID and control.sort is not Sort.ASSUMPTION else ""
    )
    name = control.name
    return f"{name[:1].lower()}{name[1:]}{unsaid}" if name[1:2].islower() else f"{name}{unsaid}"
