"""Asks of an analysed page: what if a control degrades, a component is compromised, an actor wants an asset?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bartizan.engine.cut_sets import CUT_SET_BUDGET
from bartizan.engine.fixpoint import conclude
from bartizan.engine.lanes import Lanes
from bartizan.engine.proof import prove
from bartizan.model.interface import Interface
from bartizan.model.shapes import Flag
from bartizan.project.analyse import Analysed
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.common_causes import common_causes, with_common_causes
from bartizan.rules.answers.falls import WhatFalls, compromised, what_falls
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.answers.paths import Paths, paths_of
from bartizan.rules.answers.why import Sentence, in_sentences
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_controls import KnownControl
from bartizan.rules.threats.ground import Ground
from bartizan.source.suggest import nearest


@dataclass(frozen=True)
class Unknown:
    """A name that nothing on the page has."""

    name: str
    what: str
    close: str | None
    there: tuple[str, ...] = ()
    """All the names there are, where they are few."""


@dataclass(frozen=True)
class Degraded:
    """What falls when some controls degrade together, and what each of them alone would let fall."""

    controls: tuple[KnownControl, ...]
    falls: WhatFalls
    only_together: WhatFalls
    """What falls with all of them, and with no smaller number of them."""


@dataclass(frozen=True)
class Exit:
    """A way out of the service: one or several interfaces, with the same credential, to a component that is not its own."""

    interfaces: tuple[Interface, ...]
    to: str
    """The component."""
    credentials: tuple[str, ...]
    """What is shown there, and so with which identity the walk goes on."""
    rights: tuple[str, ...]
    """What the page says they open there, in words."""
    rights_said: bool
    service: str | None
    """The service whose own page describes what lies there."""
    certain: bool
    """Whether the way is open with everything that is not said in place."""


@dataclass(frozen=True)
class Compromise:
    """What an attacker gains who controls a component."""

    component: str
    falls: WhatFalls
    stones: tuple[str, ...]
    """The components of the service that fall with it."""
    perhaps: tuple[str, ...]
    """Those that fall if the worst is true of what is not said."""
    exits: tuple[Exit, ...]


def control_named(analysed: Analysed, name: str) -> tuple[KnownControl, ...] | Unknown:
    """Return the control of that id; of an interface's protocol (`1/tls`, `1/protocol`), all that it brings; of a common
    cause, all that share it.
    """
    controls = analysed.analysis.grounded.controls
    causes = common_causes(analysed.page.architecture)
    if name in causes:
        return tuple(controls[each] for each in causes[name])
    if name in controls:
        return (controls[name],)
    element, _, word = name.partition("/")
    if word in {"protocol", "tls"} and element in analysed.page.architecture.interfaces:
        brought = [f"{element}/{kind}" for kind in ("encryption", "integrity", "server-authentication")]
        found = tuple(controls[each] for each in brought if each in controls)
        if found:
            return found
    filling = analysed.analysis.grounded.places.get(name)
    if filling:
        return tuple(controls[each] for each in filling)
    return Unknown(name, "control", nearest(name, (*controls, *causes)))


def degrade(analysed: Analysed, controls: Sequence[KnownControl]) -> Degraded:
    """Return what falls when controls degrade together."""
    given = tuple(("degraded", each.id) for each in controls)
    smaller = [tuple(other for other in given if other != each) for each in given] if len(given) > 1 else []
    together, *fewer = what_falls(analysed.analysis, [given, *smaller])
    known = {
        (fall.outcome, actor.id, fall.certain)
        for each in fewer
        for fall in each.falls
        for actor in fall.actors
    }
    only = tuple(
        fall
        for fall in together.falls
        if not all((fall.outcome, actor.id, fall.certain) in known for actor in fall.actors)
    )
    return Degraded(tuple(controls), together, WhatFalls(given=given, falls=only, complete=together.complete))


def causes_degraded(analysed: Analysed) -> tuple[tuple[str, Degraded], ...]:
    """Return each common cause of the page with what falls when it strikes, the one with which most falls first."""
    found = []
    for name in common_causes(analysed.page.architecture):
        controls = control_named(analysed, name)
        if not isinstance(controls, Unknown):
            found.append((name, degrade(analysed, controls)))
    return tuple(sorted(found, key=lambda pair: (*(-each for each in pair[1].falls.weight), pair[0])))


def shared_with(
    analysed: Analysed, controls: Sequence[KnownControl]
) -> tuple[tuple[str, tuple[KnownControl, ...]], ...]:
    """Return the causes that degraded controls share with others that are not among them, with those."""
    known = analysed.analysis.grounded.controls
    ids = {each.id for each in controls}
    return tuple(
        (name, tuple(known[each] for each in shared if each not in ids))
        for name, shared in common_causes(analysed.page.architecture).items()
        if ids & set(shared) and not set(shared) <= ids
    )


def compromise(analysed: Analysed, component: str) -> Compromise | Unknown:
    """Return what falls when a component is compromised, where it leads, and what leaves the service from there."""
    analysis = analysed.analysis
    page = analysed.page.architecture
    if component not in page.components:
        return Unknown(component, "component", nearest(component, page.components))
    own = analysis.grounded.numbers([("owns", component)])
    lanes = analysis.sweep((), [own, (*own, *analysis.supposed_of_page)])
    stones, perhaps = [], []
    for id_ in page.components:
        number = analysis.grounded.number(("owns", id_))
        if id_ == component or number is None or analysis.grounded.view.is_person(id_):
            continue
        bits = lanes.lanes(number)
        if bits & 1:
            stones.append(id_)
        elif bits & 2:
            perhaps.append(id_)
    return Compromise(
        component,
        compromised(analysis, component),
        tuple(stones),
        tuple(perhaps),
        tuple(_exits(analysis, component, lanes)),
    )


def _exits(analysis: Analysis, component: str, lanes: Lanes) -> list[Exit]:
    """Return the ways out that are open to whoever controls a component: for certain in the first lane, perhaps in the second."""
    view, grounded = analysis.grounded.view, analysis.grounded
    found: list[Exit] = []
    for interface in view.page.interfaces.values():
        listener = view.known(interface.listener)
        if (
            listener is None
            or view.page.components[listener].in_scope is not Flag.NO
            or listener == component
        ):
            continue
        inside = grounded.number(("inside", interface.id))
        bits = lanes.lanes(inside) if inside is not None else 0
        if not bits:
            continue
        shown = view.shown_on(interface)
        rights = [
            f"{row[2]} {row[3]}"
            for row in grounded.rows["permits"]
            if row[1] == interface.id and row[0] in shown
        ] + [
            f"{row[2]} everything"
            for row in grounded.rows["permits-all"]
            if row[1] == listener and row[0] in shown
        ]
        dependency = view.page.external_dependencies.get(listener)
        service = view.page.components[listener].service or (dependency.service if dependency else None)
        alike = next(
            (e for e in found if e.to == listener and e.credentials == shown and e.certain == bool(bits & 1)),
            None,
        )
        if alike:
            found[found.index(alike)] = replace(alike, interfaces=(*alike.interfaces, interface))
            continue
        found.append(Exit(
            interfaces=(interface,), to=listener, credentials=shown, rights=tuple(dict.fromkeys(rights)),
            rights_said=bool(shown) and all(view.page.data_assets[each].opens for each in shown),
            service=service, certain=bool(bits & 1),
        ))  # fmt: skip
    return found


@dataclass(frozen=True)
class Way:
    """How an actor gets at something."""

    actor: Actor
    goal: Ground
    paths: Paths | None
    """What must fail; nothing where no rule leads there at all."""
    steps: tuple[Sentence, ...]
    """The cheapest way, step by step."""
    bugs: bool = True
    """Whether components may have bugs to exploit."""


GOALS = {
    "disclosed": Breach.LEARNED,
    "disclosed-in-part": Breach.LEARNED_IN_PART,
    "altered": Breach.ALTERED,
    "altered-in-part": Breach.ALTERED_IN_PART,
    "unavailable": Breach.UNAVAILABLE,
    "lost": Breach.LOST,
    "taken-over": Breach.TAKEN_OVER,
    "stopped": Breach.STOPPED,
    "unattributed": Breach.UNATTRIBUTED,
}
"""What can happen to a data asset or a component, by the word for it."""


def way_to(
    analysed: Analysed,
    actor: str,
    element: str,
    goal: str | None,
    *,
    top: int = 20,
    bugs: bool = True,
    budget: int | None = None,
) -> Way | Unknown:
    """Return how an actor gets at a data asset or a component, with what must fail and the cheapest way in steps."""
    analysis = analysed.analysis
    actors = {each.id: each for each in analysis.grounded.actors}
    if actor not in actors:
        return Unknown(actor, "threat actor", nearest(actor, actors), tuple(actors)[:10])
    page = analysed.page.architecture
    if element not in page.data_assets and element not in page.components:
        return Unknown(
            element, "data asset or component", nearest(element, [*page.data_assets, *page.components])
        )
    breach = GOALS[goal] if goal else Breach.LEARNED if element in page.data_assets else Breach.TAKEN_OVER
    who = actors[actor]
    found = paths_of(
        analysis,
        who,
        breach,
        element,
        top=top,
        bugs=bugs,
        budget=CUT_SET_BUDGET if budget is None else budget,
    )
    fact = (breach.value, element)
    steps = _steps(analysis, fact, who, found.sets[0].facts) if found and found.sets else ()
    return Way(who, fact, found, steps, bugs=bugs)


def _steps(analysis: Analysis, goal: Ground, actor: Actor, given: Iterable[Ground]) -> tuple[Sentence, ...]:
    """Return how an actor brings a goal about once some things have failed, step by step."""
    analysis = with_common_causes(analysis)
    grounded = analysis.grounded
    facts = (*analysis.base, *analysis.acts(actor), *grounded.numbers(given))
    proof = prove(conclude(grounded.program, facts), grounded.program.numbers[goal])
    assert proof is not None, "a cut set reaches its goal"
    return in_sentences(analysis, proof, actor.name)
