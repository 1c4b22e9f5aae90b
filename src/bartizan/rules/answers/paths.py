"""How somebody gets at something: the smallest sets of things that must fail, and the cheapest way in steps."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.engine.cut_sets import CUT_SET_BUDGET, cut_sets
from bartizan.engine.likelihood import likelihood
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.answers.words import fact_in_words
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_controls import Holding, Sort
from bartizan.rules.threats.ground import Ground


@dataclass(frozen=True, slots=True)
class MustFail:
    """One set of things that must fail together, of which none can be left out."""

    facts: tuple[Ground, ...]
    cost: float
    """What that costs an attacker: 1 for what the page gives no cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """How likely something is, as far as the page gives probabilities; what has none is taken to hold."""

    at_least: float
    at_most: float
    """The same as `at_least` where it is exact."""
    weightiest: tuple[tuple[str, float], ...]
    """The controls through which most of it goes, by id, with the share that would be gone if each held for certain
    (Fussell and Vesely)."""
    without: int
    """How many controls that could fail have no probability."""
    complete: str


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
    budget: int = CUT_SET_BUDGET,
) -> Paths | None:
    """Return the ways in which an actor brings a breach about; nothing where no rule is about it.

    What may fail is every control, every assumption, what is not said, and, with `bugs`, that components have no bug to
    exploit.
    """
    grounded = analysis.grounded
    goal: Ground = (breach.value, element)
    number = grounded.number(goal)
    if number is None:
        return None
    can_fail = degradable(analysis, bugs=bugs)
    controls = grounded.view.page.controls
    costs = {
        grounded.program.numbers[fact]: cost for fact in can_fail
        if fact[0] == "degraded" and fact[1] in controls and (cost := controls[fact[1]].cost) is not None
    }  # fmt: skip
    found = cut_sets(
        grounded.program, (*analysis.base, *analysis.acts(actor)), grounded.numbers(can_fail), number,
        top=top, costs=costs, budget=budget,
    )  # fmt: skip
    names = grounded.program.names
    sets = tuple(
        MustFail(tuple(names[each] for each in one), sum(costs.get(each, 1.0) for each in one))  # type: ignore[misc]
        for one in found.sets
    )
    likely = _likely(analysis, actor, number, can_fail, budget)
    return Paths(
        actor=actor,
        goal=goal,
        sets=sets,
        complete=str(found.complete),
        vacuous=found.vacuous,
        total=found.total,
        likely=likely,
    )


def _likely(
    analysis: Analysis, actor: Actor, goal: int, can_fail: tuple[Ground, ...], budget: int
) -> Likely | None:
    """Return how likely a goal is, by the probabilities that the page gives; nothing where it gives none."""
    grounded = analysis.grounded
    controls = grounded.view.page.controls
    chances = {
        grounded.program.numbers[fact]: chance for fact in can_fail
        if fact[0] == "degraded" and fact[1] in controls and (chance := controls[fact[1]].probability) is not None
    }  # fmt: skip
    if not chances:
        return None
    found = likelihood(
        grounded.program, (*analysis.base, *analysis.acts(actor)), chances, goal, budget=budget
    )
    names = grounded.program.names
    shares = [(names[each.control], each.fussell_vesely) for each in found.importance]
    return Likely(
        at_least=found.at_least, at_most=found.at_most,
        weightiest=tuple((str(name[1]), share) for name, share in shares if isinstance(name, tuple) and share > 0),
        without=len(can_fail) - len(chances), complete=str(found.complete),
    )  # fmt: skip


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
    if fact[0] == "degraded":
        control = analysis.grounded.controls[fact[1]]
        said = " (not said)" if control.holding is Holding.UNSAID and control.sort is Sort.CONTROL else ""
        return (
            f"{control.name[:1].lower()}{control.name[1:]}{said}"
            if control.name[1:2].islower()
            else f"{control.name}{said}"
        )
    text = fact_in_words(analysis.grounded, fact)
    return text[:1].lower() + text[1:]
