"""What a team can say after a review, as far as the page tells: the nine promises, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bartizan.engine.fixpoint import Model, conclude
from bartizan.model.interface import Interface
from bartizan.model.shapes import Flag
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.falls import (
    WhatFalls,
    assumptions_broken,
    bugs_exploited,
    degraded_one_by_one,
)
from bartizan.rules.answers.outcome import Breach, Outcome
from bartizan.rules.answers.questions import RankedQuestion, questions_of
from bartizan.rules.answers.small_sets import SmallSets
from bartizan.rules.answers.threats import Threat, threats_of
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_controls import Holding, KnownControl
from bartizan.rules.facts.of_storage import called


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPoint:
    """An interface that somebody outside of the service's own trust domains can reach, or that an attacker reaches."""

    interface: Interface
    because: str
    said: bool
    """Whether the page says it is one, or its trust domains make it one; else only the analysis finds that it is reached."""
    reached_by: tuple[Actor, ...]
    """The actors who certainly reach it."""
    perhaps_by: tuple[Actor, ...]
    untrusted: tuple[str, ...]
    """The data assets that come in over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """What can happen to a data asset or a component, and who brings it about."""

    outcome: Outcome
    certain_for: tuple[Actor, ...]
    open_for: tuple[Actor, ...]
    depth: int | None
    """How many controls, assumptions or unsaid things at least must fail; nothing where more than two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One copy of a data asset at rest."""

    asset: str
    store: str | None
    called: str
    encryption: KnownControl | None
    integrity: KnownControl | None
    keys: tuple[str, ...]
    extractable: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """A data asset on one interface."""

    asset: str
    interface: Interface
    way: str
    """`request`, `response` or `in-flight`."""
    keys: tuple[str, ...]
    """What it is encrypted with besides the interface."""
    encryption: KnownControl | None
    use_cases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """Data from outside that a component has to parse."""

    component: str
    interface: Interface
    asset: str
    format: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Defended:
    """One actor, and what they can bring about."""

    actor: Actor
    certain: tuple[Outcome, ...]
    open: tuple[Outcome, ...]
    stopped_by: tuple[tuple[KnownControl, int], ...]
    """The controls that make the difference: with each alone degraded, how much more this actor brings about."""


@dataclass(frozen=True, eq=False)
class Promises:
    """All answers about one page; each is worked out when it is first asked for."""

    analysis: Analysis

    @cached_property
    def entry_points(self) -> tuple[EntryPoint, ...]:
        """1: the interfaces that can be reached from outside, and those that somebody in scope certainly reaches."""
        grounded = self.analysis.grounded
        found = []
        for interface in grounded.view.page.interfaces.values():
            brought = grounded.view.completed.at(("interfaces", interface.id, "entry-point"))
            sure, maybe = self.analysis.reached(("reaches", interface.id))
            because = (
                brought.because if brought
                else "the page says so" if interface.entry_point is Flag.YES
                else self._comes_in(_scoped(sure))
            )  # fmt: skip
            if because:
                loads = grounded.view.loads(interface)
                found.append(EntryPoint(
                    interface=interface, because=because, said=bool(brought) or interface.entry_point is Flag.YES,
                    reached_by=_scoped(sure), perhaps_by=_scoped(maybe),
                    untrusted=tuple(dict.fromkeys(
                        str(carried.asset) for carried, way, _path in loads if way != "response" and carried.asset
                    )),
                ))  # fmt: skip
        return tuple(found)

    def _comes_in(self, actors: tuple[Actor, ...]) -> str:
        """Return who reaches an interface with nothing failing, and from where; empty where nobody does."""
        grounded = self.analysis.grounded
        places: dict[str, list[str]] = defaultdict(list)
        for actor, domain in sorted(grounded.rows["stands-in"]):
            places[actor].append(grounded.view.name(domain))
        said = [
            each.name + (f" from {' and '.join(places[each.id])}" if places[each.id] else "")
            for each in actors
        ]
        verb = "reaches" if len(said) == 1 else "reach"
        return f"not said to be one, but {', '.join(said)} {verb} it" if said else ""

    @cached_property
    def at_risk(self) -> tuple[AtRisk, ...]:
        """2: what can happen, the certain and weighty first; what nobody brings about is not among it."""
        found = []
        for number, outcome in self.analysis.outcome_at.items():
            sure, maybe = self.analysis.reached(outcome.fact)
            sure = tuple(a for a in _scoped(sure) if not self.analysis.legitimate(a, outcome))
            maybe = tuple(a for a in _scoped(maybe) if not self.analysis.legitimate(a, outcome))
            if sure or maybe:
                found.append(AtRisk(
                    outcome=outcome, certain_for=sure, open_for=maybe, depth=self.depth(number),
                ))  # fmt: skip
        return tuple(
            sorted(
                found,
                key=lambda r: (
                    not r.certain_for,
                    -r.outcome.weight,
                    r.outcome.element,
                    r.outcome.breach.value,
                ),
            )
        )

    def depth(self, number: int) -> int | None:
        """Return how many things at least must fail for a fact, by its number, to hold; nothing where more than two."""
        found = [least for sets in self._small_sets if (least := sets.least(number)) is not None]
        return min(found, default=None)

    @cached_property
    def _small_sets(self) -> tuple[SmallSets, ...]:
        """For each who attacks, because what two of them need is not what one of them needs."""
        analysis = self.analysis
        controls = (number for number, _fact in analysis.grounded.facts.numbered("degraded"))
        some = sorted({*controls, *analysis.supposed})
        return tuple(
            SmallSets(analysis.grounded.program, (*analysis.base, *analysis.acts(actor)), some)
            for actor in analysis.actors
            if actor.question is None
        )

    @cached_property
    def kept(self) -> tuple[Kept, ...]:
        """3: every copy of every data asset at rest, and how it is protected there."""
        view = self.analysis.grounded.view
        found = []
        for asset, placed in view.placements.items():
            for name, placement, _path in placed:
                found.append(Kept(
                    asset=asset, store=view.known(placement.place), called=called(view, name),
                    encryption=self._filling(name, "encryption-at-rest"), integrity=self._filling(name, "integrity-at-rest"),
                    keys=placement.encrypted_with,
                    extractable={Flag.YES: True, Flag.NO: False}.get(placement.extractable) if placement.extractable else None,
                ))  # fmt: skip
        return tuple(found)

    @cached_property
    def nowhere_said(self) -> tuple[str, ...]:
        """3: the data assets of which the page does not say whether and where they are kept."""
        return tuple(
            id_ for id_, asset in self.analysis.grounded.view.page.data_assets.items() if not asset.persisted
        )

    def _filling(self, element: str, kind: str) -> KnownControl | None:
        controls, places = self.analysis.grounded.controls, self.analysis.grounded.places
        place = f"{element}/{kind}"
        return controls.get(next(iter(places.get(place, (place,)))))

    @cached_property
    def travels(self) -> tuple[Travel, ...]:
        """4: how each data asset travels."""
        view = self.analysis.grounded.view
        used: dict[str, list[str]] = defaultdict(list)
        for use_case in view.page.use_cases.values():
            for step in use_case.steps:
                if step.interface and use_case.id not in used[step.interface]:
                    used[step.interface].append(use_case.id)
        found = [
            Travel(
                asset=str(carried.asset), interface=interface, way=way, keys=carried.encrypted_with,
                encryption=self._filling(interface.id, "encryption"), use_cases=tuple(used[interface.id]),
            )
            for interface in view.page.interfaces.values()
            for carried, way, _path in view.loads(interface)
            if view.asset(carried.asset)
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda each: list(view.page.data_assets).index(each.asset)))

    @cached_property
    def parsed(self) -> tuple[Parsed, ...]:
        """5: who parses data that comes from outside, in which format as far as the page says."""
        view = self.analysis.grounded.view
        return tuple(
            Parsed(
                component=str(point.interface.listener), interface=point.interface, asset=asset,
                format=view.page.data_assets[asset].format if asset in view.page.data_assets else None,
            )
            for point in self.entry_points for asset in point.untrusted
        )  # fmt: skip

    @cached_property
    def transformed(self) -> tuple[tuple[str, str | None, tuple[str, ...]], ...]:
        """5: each data asset of which the page says a format or a transformation."""
        assets = self.analysis.grounded.view.page.data_assets.values()
        return tuple(
            (each.id, each.format, each.transformations)
            for each in assets
            if each.format or each.transformations
        )

    @cached_property
    def assumptions(self) -> tuple[tuple[KnownControl, WhatFalls], ...]:
        """6: the external dependencies, with what falls when what is assumed of them does not hold."""
        return assumptions_broken(self.analysis)

    def brought_about(self, actor: Actor) -> tuple[tuple[Outcome, ...], tuple[Outcome, ...]]:
        """Return what an actor certainly brings about, and what else if the worst is true of what is not said."""
        sure, maybe = [], []
        for outcome in self.analysis.outcomes:
            certain, either = self.analysis.reached(outcome.fact)
            if self.analysis.legitimate(actor, outcome):
                continue
            if actor in certain:
                sure.append(outcome)
            elif actor in either:
                maybe.append(outcome)
        return tuple(sure), tuple(maybe)

    def leads_nowhere(self, actor: Actor) -> bool:
        """Whether an actor brings nothing about even with everything gone: more likely not modelled than safe."""
        worst = self._worst(self.analysis.acts(actor))
        return not any(
            number in worst and not self.analysis.legitimate(actor, outcome)
            for number, outcome in self.analysis.outcome_at.items()
        )

    def _worst(self, acts: tuple[int, ...]) -> Model:
        """Return what follows when some attack and everything is gone that could fail."""
        grounded = self.analysis.grounded
        controls = (number for number, _fact in grounded.facts.numbered("degraded"))
        asked = grounded.numbers(fact for fact in grounded.questions if fact[0] != "acts")
        return conclude(grounded.program, (*self.analysis.base, *acts, *controls, *asked))

    @cached_property
    def defended(self) -> tuple[Defended, ...]:
        """7: whom the service is meant to be defended against, and whom not, with what each brings about."""
        found = []
        for actor in self.analysis.grounded.actors:
            sure, maybe = self.brought_about(actor)
            stops = [
                (control, sum(f.outcome.weight for f in falls.falls if actor in f.actors and f.certain))
                for control, falls in self.controls
            ]  # fmt: skip
            stops = sorted((each for each in stops if each[1]), key=lambda each: (-each[1], each[0].id))
            found.append(Defended(actor=actor, certain=sure, open=maybe, stopped_by=tuple(stops)))
        return tuple(found)

    @cached_property
    def controls(self) -> tuple[tuple[KnownControl, WhatFalls], ...]:
        """8: the controls that hold, with what falls with each alone, the one with which most falls first."""
        return degraded_one_by_one(self.analysis)

    @cached_property
    def inert(self) -> tuple[KnownControl, ...]:
        """8: the controls whose degrading alone changes nothing, neither for certain nor in the open."""
        return tuple(control for control, falls in self.controls if not falls.falls)

    @cached_property
    def bugs(self) -> tuple[tuple[KnownControl, WhatFalls], ...]:
        """8: what falls with a bug that can be exploited, one line for each component."""
        return bugs_exploited(self.analysis)

    @cached_property
    def relied_on(self) -> dict[str, tuple[Outcome, ...]]:
        """8: for each interface what it is relied on as a control for: what falls when a control on it is degraded."""
        found: dict[str, dict[Outcome, None]] = defaultdict(dict)
        for control, falls in self.controls:
            if control.element in self.analysis.grounded.view.page.interfaces:
                found[control.element] |= dict.fromkeys(fall.outcome for fall in falls.falls)
        return {id_: tuple(outcomes) for id_, outcomes in sorted(found.items()) if outcomes}

    @cached_property
    def threats(self) -> tuple[Threat, ...]:
        """9: what people may agree on as defects."""
        return threats_of(self.analysis)

    @cached_property
    def questions(self) -> tuple[RankedQuestion, ...]:
        """What to ask, by how much hangs on it."""
        return questions_of(self.analysis)

    @cached_property
    def not_reachable(self) -> tuple[Outcome, ...]:
        """The outcomes that nobody brings about even with every control degraded: more likely unmodelled than safe."""
        analysis = self.analysis
        doubtful = analysis.grounded.numbers(
            fact for fact in analysis.grounded.questions if fact[0] == "acts"
        )
        worst = self._worst((*analysis.sure_actors, *doubtful))
        in_part = {
            (each.breach.whole, each.element)
            for number, each in analysis.outcome_at.items()
            if number in worst
        }
        return tuple(
            each for number, each in analysis.outcome_at.items()
            if number not in worst and each.breach in {Breach.LEARNED, Breach.ALTERED, Breach.UNAVAILABLE}
            and (each.breach, each.element) not in in_part
        )  # fmt: skip


def _scoped(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if actor.in_scope)


def holding_word(control: KnownControl | None) -> str:
    """Return in a word whether a control holds."""
    if control is None:
        return "not looked at"
    return {Holding.IN_PLACE: "in place", Holding.ABSENT: "absent", Holding.UNSAID: "not said"}[
        control.holding
    ]
