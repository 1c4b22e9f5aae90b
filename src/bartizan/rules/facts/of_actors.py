"""Who attacks, where they stand, and what they have from the start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.model.level import Strength
from bartizan.model.shapes import Flag
from bartizan.model.threat_actor import ThreatActor
from bartizan.rules.facts.page_facts import PageFacts, Question, Reach
from bartizan.rules.facts.view import View
from bartizan.rules.threats import vocabulary as v
from bartizan.source.nodes import Path

SOMEBODY = "somebody"
"""The id of the actor who is supposed where a page names nobody and has nobody on it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who attacks."""

    id: str
    name: str
    in_scope: bool
    question: Question | None = None
    """What is open about whether there is such an actor at all: everything that follows from them is open too."""
    because: str = ""
    """Why they are there, where the page does not name them."""


def take(view: View, facts: PageFacts) -> tuple[Actor, ...]:
    """Take the threat actors of the page; where it names none, whoever on it may turn hostile."""
    actors = tuple(_actors(view, facts))
    if actors:
        return actors
    outside = [each for each in view.all_domains if each not in view.own_domains] or list(view.all_domains)
    for domain in outside:
        facts.say(v.STANDS_IN, SOMEBODY, domain, because="nobody is named, so somebody may stand there")
    if not outside:
        facts.ask(
            v.WHEREABOUTS_UNSAID,
            SOMEBODY,
            at=("threat-actors",),
            text="Against whom is the service defended?",
        )
    question = Question(
        ("acts", SOMEBODY),
        (("threat-actors",),),
        Reach.PLAIN,
        "Against whom is the service defended, and where do they stand?",
    )
    return (Actor(SOMEBODY, "Somebody", in_scope=True, question=question),)


def _actors(view: View, facts: PageFacts) -> Iterator[Actor]:
    for actor in view.page.threat_actors.values():
        yield _named(view, facts, actor)
    if view.page.threat_actors:
        return
    for id_, component in view.page.components.items():
        kind = view.kinds[id_]
        if component.in_scope is Flag.NO or (kind and not kind.person):
            continue
        at: Path = ("components", id_)
        question = None
        if kind is None:
            if id_ in view.into or id_ not in view.opened_by:
                continue  # what listens, or opens nothing, is hardly somebody
            question = Question(
                ("acts", id_), ((*at, "kind"), ("threat-actors",)), Reach.PLAIN,
                f"Is {view.name(id_)} somebody who may turn hostile?",
            )  # fmt: skip
        _as_component(view, facts, id_, id_)
        if id_ not in view.domains:
            _nowhere(view, facts, id_, (*at, "domain"))
        if question is None and any(each.administration is Flag.YES for each in view.opened_by.get(id_, ())):
            question = Question(
                ("acts", id_), (("threat-actors", id_, "in-scope"), (*at, "in-scope")), Reach.PLAIN,
                f"Is the service defended against a hostile {view.name(id_)}, who administers it?",
            )  # fmt: skip
        because = f"{view.name(id_)} is somebody who may turn hostile, and the page names no threat actor"
        yield Actor(id_, view.name(id_), in_scope=True, question=question, because=because)


def _named(view: View, facts: PageFacts, actor: ThreatActor) -> Actor:
    at: Path = ("threat-actors", actor.id)
    for place in actor.at:
        if place in view.page.components:
            facts.say(v.STANDS_ON, actor.id, place, at=(*at, "at"))
        elif place != "unknown":
            facts.say(v.STANDS_IN, actor.id, place, at=(*at, "at"))
    if actor.id in view.page.components:
        _as_component(view, facts, actor.id, actor.id)
    elif not actor.at or "unknown" in actor.at:
        _nowhere(view, facts, actor.id, (*at, "at"))
    for asset in actor.holds:
        if view.asset(asset):
            account = asset in view.credentials and view.one_per(asset)
            facts.say(v.HAS_ACCOUNT if account else v.HOLDS, actor.id, asset, at=(*at, "holds"))
    if not actor.holds and actor.id not in view.page.components:
        facts.ask(
            v.HOLDS_UNSAID, actor.id, at=(*at, "holds"), reach=Reach.FAR,
            text=f"Which accounts or data does {view.name(actor.id)} have from the start?",
        )  # fmt: skip
    _strength(view, facts, actor)
    return Actor(actor.id, view.name(actor.id), in_scope=actor.in_scope is not Flag.NO)


def _nowhere(view: View, facts: PageFacts, actor: str, path: Path) -> None:
    facts.ask(
        v.WHEREABOUTS_UNSAID, actor, at=path, text=f"In which trust domain does {view.name(actor)} stand?"
    )


def _as_component(view: View, facts: PageFacts, actor: str, component: str) -> None:
    """Say what a component on the page can do that turns hostile: what it always could, for its own ends."""
    if not view.is_person(component) and view.kinds[component] is not None:
        facts.say(v.STANDS_ON, actor, component, at=("components", component))
        return
    if component in view.domains:
        facts.say(v.STANDS_IN, actor, view.domains[component], at=("components", component, "domain"))
    for interface in view.opened_by.get(component, ()):
        facts.say(v.USES, actor, interface.id, at=("interfaces", interface.id, "requestor"))
        for credential in view.shown_on(interface):
            predicate = v.HAS_ACCOUNT if view.one_per(credential) else v.HOLDS
            facts.say(predicate, actor, credential, at=("interfaces", interface.id, "request-credentials"))


_ORDER = {Strength.LOW: 1, Strength.MEDIUM: 2, Strength.HIGH: 3}


def _strength(view: View, facts: PageFacts, actor: ThreatActor) -> None:
    for id_, control in view.page.controls.items():
        resists = _ORDER.get(control.resists) if control.resists else None
        capable = _ORDER.get(actor.capability) if actor.capability else None
        if resists is None:
            continue
        if capable is None:
            facts.ask(
                v.STRENGTH_UNSAID, actor.id, id_, at=("threat-actors", actor.id, "capability"),
                text=f"How capable is {view.name(actor.id)}?",
            )  # fmt: skip
        elif capable >= resists:
            facts.say(
                v.STRONG_ONLY,
                id_,
                actor.id,
                at=[("controls", id_, "resists"), ("threat-actors", actor.id, "capability")],
            )
