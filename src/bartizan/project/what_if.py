"""Asks of an analysed page: why is that a threat, what if a control degrades or a component is compromised, who gets at what?"""

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
from bartizan.rules.answers.falls import Fall, WhatFalls, compromised, what_falls
from bartizan.rules.answers.outcome import Breach, Outcome
from bartizan.rules.answers.paths import Paths, paths_of
from bartizan.rules.answers.why import Sentence, in_sentences
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_controls import KnownControl
from bartizan.rules.threats.ground import Ground
from bartizan.source.suggest import nearest


@dataclass(frozen=True)
class Unknown:
    """A name that nothing on the page has: the answer to a question about it, in place of an exception."""

    name: str
    """The name that was given."""
    what: str
    """What it should have been the name of, in words: `control`, `threat actor`."""
    close: str | None
    """The name most like it; nothing where none is like it."""
    there: tuple[str, ...] = ()
    """All the names there are, where they are few."""


@dataclass(frozen=True)
class Degraded:
    """What falls when some controls degrade together, and what each of them alone would let fall."""

    controls: tuple[KnownControl, ...]
    """Those that degrade."""
    falls: WhatFalls
    """What newly follows, for whom, and how much of the answer is there."""
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
    """Its id."""
    falls: WhatFalls
    """What newly follows, for whom, and how much of the answer is there."""
    stones: tuple[str, ...]
    """The components of the service that fall with it."""
    perhaps: tuple[str, ...]
    """Those that fall if the worst is true of what is not said."""
    exits: tuple[Exit, ...]
    """Where one gets from there outside the service."""


def why(analysed: Analysed, threat: str) -> tuple[Sentence, ...] | Unknown:
    """Return the proof of a threat: sentences that rest on earlier ones by their numbers, the threat itself the last.

    The threat is named by its id, as in `analysed.threats`, or by the beginning of it: four characters at least, and those
    of no other threat; `Unknown` for any other name. Each sentence says where on the page it is written (`paths`, which
    `analysed.places` turns into files and lines) and whether it is supposed only because the page does not say otherwise.
    The proof of an open threat supposes as little as was found.
    """
    found = analysed.threat(threat)
    if found is None:
        return Unknown(threat, "threat", nearest(threat, [each.id for each in analysed.threats]))
    return analysed.why_threat(found)


def control_named(analysed: Analysed, name: str) -> tuple[KnownControl, ...] | Unknown:
    """Return the control of that id; of an interface's protocol (`1/tls`, `1/protocol`), all that it brings; of a common
    cause, all that share it. `Unknown` where nothing has that name.
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
    """Return what falls when controls degrade together; `control_named` finds controls by their names.

    Falls what an actor in scope brings about then and not before: certain where it follows with everything that is not said
    in place, else open, as it follows if the worst is true of what is not said. An empty answer that is complete means that
    nothing more falls by these rules from this page, never that all is well. `falls.complete` is `complete`, or says after
    how much work it stopped: what is listed then holds, and what is not listed is not known. Nothing is raised for a control
    that does not hold in the first place: nothing more falls with it.
    """
    given = tuple(("degraded", each.id) for each in controls)
    smaller = [tuple(other for other in given if other != each) for each in given] if len(given) > 1 else []
    together, *fewer = what_falls(analysed.analysis, [given, *smaller])
    known = {one for each in fewer for fall in each.falls for one in _for_each_actor(fall)}
    only = tuple(fall for fall in together.falls if not _for_each_actor(fall) <= known)
    return Degraded(tuple(controls), together, WhatFalls(given=given, falls=only, complete=together.complete))


def _for_each_actor(fall: Fall) -> set[tuple[Outcome, str, bool]]:
    """Return a fall apart for each actor, with whether it is certain for them."""
    certain = {(fall.outcome, actor.id, fall.certain) for actor in fall.actors}
    return certain | {(fall.outcome, actor.id, False) for actor in fall.perhaps}


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
    """Return what falls when an attacker controls a component, where it leads, and what leaves the service from there.

    The component is named by its id; `Unknown` where the page has none of that id. What falls is meant as in `degrade`, and
    so is how much of the answer is there. `stones` certainly fall with it, `perhaps` if the worst is true of what is not
    said. Where an exit leads into another service, what follows there is for the page of that service to say.
    """
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
    """Who."""
    goal: Ground
    """What they want, as a fact: what happens, and to which element."""
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
    """Return how an actor gets at a data asset or a component, with what must fail and the cheapest way in steps.

    All are named by their ids. `goal` is what is to happen: `disclosed`, `disclosed-in-part`, `altered`, `altered-in-part`,
    `unavailable`, `lost`, `taken-over`, `stopped` or `unattributed`; without one, a data asset is disclosed and a component
    taken over. `Unknown` is returned for an actor, an element or a goal that there is not.

    At most `top` sets of things that must fail are listed, the cheapest first. Without `bugs`, no component has a bug that
    can be exploited. `budget` is how many steps the search may take, the same on every machine and no measure of time
    (30,000,000 where nothing is said: some seconds); each part of the answer that weighs the sets has its own.

    `paths` is nothing where no rule leads there at all, and its `vacuous` is true where nothing does even with everything
    gone: both mean that something is probably not on the page, never that it is safe. `paths.complete` says how sure it is
    that no set is missing: `complete`, the first so many, up to a size, or stopped after so many steps. Sets that are listed
    hold in any case; of those that are not, nothing is claimed.
    """
    analysis = analysed.analysis
    actors = {each.id: each for each in analysis.grounded.actors}
    if actor not in actors:
        return Unknown(actor, "threat actor", nearest(actor, actors), tuple(actors)[:10])
    page = analysed.page.architecture
    if element not in page.data_assets and element not in page.components:
        return Unknown(
            element, "data asset or component", nearest(element, [*page.data_assets, *page.components])
        )
    if goal and goal not in GOALS:
        return Unknown(goal, "goal", nearest(goal, GOALS), tuple(GOALS))
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
