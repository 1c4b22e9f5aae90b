"""What falls when something else does: a control degraded, an assumption broken, a component compromised, an asset failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bartizan.engine.completeness import Complete, Stopped
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.outcome import Outcome, shortened
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_controls import Holding, KnownControl, Sort
from bartizan.rules.threats.ground import Ground


@dataclass(frozen=True, slots=True)
class Fall:
    """One outcome that newly follows, and for whom."""

    outcome: Outcome
    actors: tuple[Actor, ...]
    """For whom: certainly where it is certain for somebody, else as far as the page says."""
    certain: bool
    """Whether it follows with everything that is not said in place."""
    perhaps: tuple[Actor, ...] = ()
    """For whom else it is open, where it is certain for those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatFalls:
    """What newly follows from some facts."""

    given: tuple[Ground, ...]
    falls: tuple[Fall, ...]
    complete: str
    """How much of the answer is there."""

    @property
    def certain(self) -> tuple[Fall, ...]:
        """What follows with everything that is not said in place."""
        return tuple(fall for fall in self.falls if fall.certain)

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much falls: what is certain first, by how much it matters, then how many."""
        sure = self.certain
        return sum(f.outcome.weight for f in sure), sum(f.outcome.weight for f in self.falls), len(self.falls)


def what_falls(analysis: Analysis, scenarios: Sequence[Iterable[Ground]]) -> tuple[WhatFalls, ...]:
    """Return for each set of facts what newly follows from it, for each actor in scope, for certain and in the open."""
    grounded = analysis.grounded
    given = [tuple(each) for each in scenarios]
    numbers = [grounded.numbers(each) for each in given]
    newly: list[dict[int, tuple[list[Actor], list[Actor]]]] = [{} for _ in given]
    complete: Complete | Stopped = Complete()
    for actor in analysis.actors:
        for sure in (True, False):
            if sure and actor.question is not None:
                continue
            base = (*analysis.acts(actor), *(() if sure else analysis.supposed_of_page))
            lanes = analysis.sweep(base, numbers)
            if isinstance(lanes.complete, Stopped):
                complete = lanes.complete
            for at, outcomes in enumerate(lanes.newly_in_each(analysis.outcome_at)):
                for each in outcomes:
                    newly[at].setdefault(each, ([], []))[0 if sure else 1].append(actor)
    return tuple(
        WhatFalls(given=facts, falls=_falls(analysis, facts, found), complete=str(complete))
        for facts, found in zip(given, newly, strict=True)
    )


def _falls(
    analysis: Analysis, given: tuple[Ground, ...], newly: Mapping[int, tuple[list[Actor], list[Actor]]]
) -> tuple[Fall, ...]:
    """Return what is new, but what was given itself: for certain where it is so for somebody."""
    falls = []
    for number, (certain, opened) in sorted(newly.items()):
        outcome = analysis.outcome_at[number]
        if outcome.fact not in given:
            others = tuple(each for each in opened if each not in certain) if certain else ()
            falls.append(Fall(outcome, tuple(certain or opened), certain=bool(certain), perhaps=others))
    return _without_parts(falls)


def _without_parts(falls: list[Fall]) -> tuple[Fall, ...]:
    """Leave out what another fall for the same includes."""
    told = {
        sure: set(shortened(fall.outcome for fall in falls if fall.certain is sure)) for sure in (True, False)
    }
    kept = [fall for fall in falls if fall.outcome in told[fall.certain]]
    return tuple(
        sorted(
            kept, key=lambda f: (not f.certain, -f.outcome.weight, f.outcome.element, f.outcome.breach.value)
        )
    )


def degraded_one_by_one(analysis: Analysis) -> tuple[tuple[KnownControl, WhatFalls], ...]:
    """Return for each control that holds what falls with it alone, the one with which most falls first."""
    controls = [
        c
        for c in analysis.grounded.controls.values()
        if c.holding is Holding.IN_PLACE and c.sort is Sort.CONTROL
    ]
    return _ranked(analysis, controls)


def assumptions_broken(analysis: Analysis) -> tuple[tuple[KnownControl, WhatFalls], ...]:
    """Return for each external dependency what falls when what is assumed of it does not hold."""
    return _ranked(analysis, list(analysis.grounded.of_sort(Sort.ASSUMPTION)))


def bugs_exploited(analysis: Analysis) -> tuple[tuple[KnownControl, WhatFalls], ...]:
    """Return for each generic control what falls without it: one line for each component."""
    generic = [c for c in analysis.grounded.of_sort(Sort.GENERIC) if c.holding is not Holding.ABSENT]
    return _ranked(analysis, generic)


def _ranked(
    analysis: Analysis, controls: Sequence[KnownControl]
) -> tuple[tuple[KnownControl, WhatFalls], ...]:
    fallen = what_falls(analysis, [(("degraded", each.id),) for each in controls])
    pairs = zip(controls, fallen, strict=True)
    return tuple(sorted(pairs, key=lambda pair: (*(-n for n in pair[1].weight), pair[0].id)))


def compromised(analysis: Analysis, component: str) -> WhatFalls:
    """Return what falls when a component is controlled by an attacker."""
    return what_falls(analysis, [(("owns", component),)])[0]
