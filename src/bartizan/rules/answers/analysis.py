"""Everything that follows from a page, worked out once: for each actor, what is certain and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bartizan.engine.fixpoint import Model, conclude
from bartizan.engine.lanes import Lanes, sweep
from bartizan.engine.residual import Residual
from bartizan.model.architecture import Architecture
from bartizan.rules.answers.outcome import Outcome, outcomes_of
from bartizan.rules.answers.small_sets import SmallSets
from bartizan.rules.facts.facts import Grounded, ground_page
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_rights import AN_ATTACK_TAKES
from bartizan.rules.threats.ground import Ground
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES


@dataclass(frozen=True, eq=False)
class Analysis:
    """A page as a program, and what follows from it; each part is worked out when it is first asked for."""

    grounded: Grounded

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Those against whom the service is defended."""
        return tuple(each for each in self.grounded.actors if each.in_scope)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Everything that an attack could bring about."""
        return outcomes_of(self.grounded)

    @cached_property
    def outcome_at(self) -> dict[int, Outcome]:
        """The outcomes by the number of their fact."""
        numbers = self.grounded.numbers(each.fact for each in self.outcomes)
        return dict(zip(numbers, self.outcomes, strict=True))

    # ---- scenarios

    @cached_property
    def base(self) -> tuple[int, ...]:
        """What holds whoever attacks: the controls that the page says are not there."""
        return self.grounded.numbers(sorted(self.grounded.absent))

    @cached_property
    def supposed(self) -> tuple[int, ...]:
        """What is supposed in the open; that somebody attacks of whom it is in doubt is among it."""
        return self.grounded.numbers(sorted(self.grounded.unsaid))

    @cached_property
    def supposed_of_page(self) -> tuple[int, ...]:
        """What is supposed in the open whoever attacks."""
        return self.grounded.numbers(sorted(fact for fact in self.grounded.unsaid if fact[0] != "acts"))

    def acts(self, actor: Actor) -> tuple[int, ...]:
        """Return the fact that an actor attacks; nothing where no rule is about them."""
        return self.grounded.numbers([("acts", actor.id)])

    @cached_property
    def sure_actors(self) -> tuple[int, ...]:
        """The facts that all actors attack who are in scope and of whom there is no doubt that they are there."""
        return tuple(number for actor in self.actors if actor.question is None for number in self.acts(actor))

    @cached_property
    def by_actor(self) -> Lanes:
        """Two scenarios for each actor: what is certain, and what is open."""
        scenarios = [
            scenario for actor in self.grounded.actors
            for scenario in (self.acts(actor), (*self.acts(actor), *self.supposed_of_page))
        ]  # fmt: skip
        return sweep(self.grounded.program, self.base, scenarios)

    def reached(self, fact: Ground) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Return the actors who certainly bring a fact about, and those who do if the worst is true of what is not said."""
        number = self.grounded.number(fact)
        if number is None:
            return (), ()
        bits = self.by_actor.lanes(number)
        certain = [
            a for at, a in enumerate(self.grounded.actors) if bits >> 2 * at & 1 and a.question is None
        ]
        either = [a for at, a in enumerate(self.grounded.actors) if bits >> 2 * at & 2]
        return tuple(certain), tuple(each for each in either if each not in certain)

    @cached_property
    def certain(self) -> Model:
        """What certainly follows when everybody in scope attacks."""
        return conclude(self.grounded.program, (*self.base, *self.sure_actors))

    @cached_property
    def open(self) -> Model:
        """What follows when everybody in scope attacks and the worst is true of what is not said."""
        return conclude(self.grounded.program, (*self.base, *self.sure_actors, *self.supposed))

    def sweep(self, base: Iterable[int], scenarios: Sequence[Iterable[int]]) -> Lanes:
        """Return what holds in each scenario, with a base common to all of them besides what is not there."""
        return sweep(self.grounded.program, (*self.base, *base), scenarios)

    @property
    def supposing(self) -> Residual:
        """The part of the program that what is supposed decides, when everybody in scope attacks."""
        return self.small_sets.left

    @cached_property
    def small_sets(self) -> SmallSets:
        """For each fact the smallest sets of supposed things with which it follows."""
        return SmallSets(self.grounded.program, (*self.base, *self.sure_actors), self.supposed)

    def legitimate(self, actor: Actor, outcome: Outcome) -> bool:
        """Whether an outcome is what an actor has from the start, and so none of an attack."""
        return (actor.id, outcome.element) in self.grounded.rows["holds"] and outcome.breach.value == "knows"


def analyse_page(
    architecture: Architecture, rules: tuple[Rule, ...] = RULES, attack_takes: float = AN_ATTACK_TAKES
) -> Analysis:
    """Return the analysis of a page, of an attack that takes so many hours; nothing is worked out yet."""
    return Analysis(ground_page(architecture, rules, attack_takes))
