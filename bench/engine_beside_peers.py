"""Tells the same systems to Bartizan's engine, to pytm's and to mal-toolbox: what they say, how fast, and what they notice.

They do not do the same work. pytm holds each element against a list of rules. mal-toolbox makes a graph of attack steps and its
simulator walks it, in a language of our own that has far fewer rules than Bartizan. Bartizan says what each actor can bring
about, certainly and perhaps. So the counts are no score; what can be compared is what they notice when a control is degraded.
"""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.control import Control, ControlState
from bartizan.model.interface import Interface
from bartizan.project.open_page import open_page
from bartizan.rules.answers.analysis import Analysis, analyse_page
from bartizan.rules.answers.falls import what_falls
from bartizan.rules.answers.questions import questions_of
from bartizan.rules.answers.threats import Status, Threat, counted, threats_of
from bartizan.rules.facts.of_controls import Holding, Sort
from bartizan.rules.threats.rules import RULES
from bench.analysis import best
from bench.figures import BARBICAN, Tell
from bench.made_up_service import made_up_service
from bench.peers import BENCH, MAL, PYTM, ask_peer
from bench.plain_system import PlainSystem, plain_system

LANGUAGE = BENCH / "architecture_page.mal"
REVIEWED = BARBICAN.parent / "barbican-reviewed"
SWITCHED = 100
"""How many controls are switched off one at a time, all others being on, to see whether anybody notices."""
LIMIT = 900.0
"""How many seconds one peer may take for one system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """What one engine says of one system, and notices when single controls are degraded."""

    system: str
    engine: str
    answer: str
    once: float
    """CPU seconds from the system in memory to the answer, both if what is not said is there and if it is not."""
    all_degraded: float
    """CPU seconds until it is known for each of the controls what more follows without it."""
    degraded: int
    list_same: int
    """How often its list of threats, or of steps that attackers reach, stayed as it was."""
    nothing_more: int | None
    """How often nothing more could be brought about; nothing where the engine has no notion of that."""
    elsewhere: int
    """How often anything changed further away than where the control stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """What an engine says whatever is said."""

    engine: str
    rules: str
    """How many of its rules say that there is a threat where nothing is said."""
    nothing_said: str
    """What it finds if nothing is said but what there is and who connects to whom."""
    switched: int
    list_same: int
    """How often its list stayed the same when one control was switched off, all others being on."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Everything that was compared."""

    noticed: tuple[Noticed, ...]
    noise: tuple[Noise, ...]
    noise_in: str
    """The system in which noise was looked for."""


def engines_side_by_side(folder: Path, tell: Tell, *, quick: bool) -> SideBySide:
    """Compare the engines on generated systems and on the reviewed page of Barbican.

    Raises `Unusable` where a peer gives no answer.
    """
    sizes = (20,) if quick else (20, 80, 300)
    generated = [made_up_service(size, controls=size // 5) for size in sizes]
    noisy = generated[:2][-1]
    pages = [("Generated", page) for page in generated]
    pages.append(("Barbican, reviewed", open_page(REVIEWED).architecture))
    noticed = [row for name, page in pages for row in beside_each_other(name, page, folder, tell)]
    noise = list(noise_beside_each_other(noisy, folder, tell))
    return SideBySide(tuple(noticed), tuple(noise), _size(noisy))


def beside_each_other(name: str, page: Architecture, folder: Path, tell: Tell) -> Iterator[Noticed]:
    """Yield what each engine notices in one system."""
    called = f"{name}: {_size(page)}"
    system = plain_system(page)
    path = str(system.write(folder / "system.json"))
    tell(f"engines side by side, {called}: Bartizan")
    yield ours(called, page, system)
    for version in PYTM:
        tell(f"engines side by side, {called}: pytm {version}")
        said = ask_peer(f"pytm-{version}", "pytm_engine.py", [path, "engine"], folder=folder, limit=LIMIT)
        answer = "{} threats; {} with all else in place".format(*said["found"])
        yield theirs(called, f"pytm {version}", answer, said)
    tell(f"engines side by side, {called}: mal-toolbox")
    said = ask_peer(MAL, "mal_engine.py", [path, str(LANGUAGE)], folder=folder, limit=LIMIT)
    at_best, at_worst = said["reached"]
    answer = f"{at_best} of {said['found']} steps reached; {at_worst} with nothing else in place"
    yield theirs(called, MAL.replace("box-", "box "), answer, said)


def _size(page: Architecture) -> str:
    return f"{len(page.interfaces)} interfaces, {len(page.components)} components"


def theirs(system: str, engine: str, answer: str, said: Mapping[str, Any]) -> Noticed:
    """Return what a peer noticed: for each control how much of its list changed, how much more follows, how much elsewhere."""
    degraded = said["degraded"]
    follows = [each[1] for each in degraded]
    return Noticed(
        system=system, engine=engine, answer=answer, once=said["seconds"], all_degraded=said["degraded_seconds"],
        degraded=len(degraded), list_same=sum(not each[0] for each in degraded),
        nothing_more=None if None in follows else sum(not each for each in follows),
        elsewhere=sum(bool(each[2]) for each in degraded),
    )  # fmt: skip


def ours(name: str, page: Architecture, system: PlainSystem) -> Noticed:
    """Return what Bartizan says of a page, and notices."""
    analysis = analyse_page(page)
    scenarios = [[("degraded", id_)] for id_ in system.degraded]
    fallen = what_falls(analysis, scenarios)
    near = {each.id: {*each.near, ""} for each in system.controls}
    return Noticed(
        system=name, engine="Bartizan", answer=spoken(analysis),
        once=best(lambda: threats_of(analyse_page(page)), 3),
        all_degraded=best(lambda: what_falls(analyse_page(page), scenarios), 3),
        degraded=len(fallen), list_same=lists_the_same(page, system.degraded),
        nothing_more=sum(not each.falls for each in fallen),
        elsewhere=sum(
            any(fall.outcome.element not in near[id_] for fall in each.falls)
            for id_, each in zip(system.degraded, fallen, strict=True)
        ),
    )  # fmt: skip


def spoken(analysis: Analysis) -> str:
    """Return in a few words what Bartizan finds."""
    counts = counted(threats_of(analysis))
    questions = len(questions_of(analysis))
    return f"{counts[Status.CERTAIN]} threats certain, {counts[Status.OPEN]} open; {questions} questions"


def lists_the_same(page: Architecture, degraded: tuple[str, ...]) -> int:
    """Return how many controls may be absent, each alone, without a change in the list of threats, certain and open."""
    was = _list(threats_of(analyse_page(page)))
    return sum(
        was == _list(threats_of(analyse_page(with_controls(page, (id_,), ControlState.ABSENT))))
        for id_ in degraded
    )


def _list(threats: tuple[Threat, ...]) -> frozenset[tuple[str, Status]]:
    return frozenset((each.id, each.status) for each in threats)


def with_controls(page: Architecture, ids: tuple[str, ...], state: ControlState) -> Architecture:
    """Return a page that says of some controls that they are in a state."""
    controls = {id_: dataclasses.replace(page.controls.get(id_, Control(id=id_)), state=state) for id_ in ids}
    return dataclasses.replace(page, controls={**page.controls, **controls})


# ---- noise


def noise_beside_each_other(page: Architecture, folder: Path, tell: Tell) -> Iterator[Noise]:
    """Yield what each engine says whatever is said, but for mal-toolbox: its language and so its noise would be our own."""
    tell("engines side by side, noise: Bartizan")
    yield our_noise(page)
    path = str(plain_system(page).write(folder / "system.json"))
    for version in PYTM:
        tell(f"engines side by side, noise: pytm {version}")
        arguments = [path, "noise", str(SWITCHED)]
        said = ask_peer(f"pytm-{version}", "pytm_engine.py", arguments, folder=folder, limit=LIMIT)
        yield Noise(
            engine=f"pytm {version}", rules=f"{said['rules_on_untouched']} of {said['rules']}",
            nothing_said=f"{said['nothing_said']} threats",
            switched=said["switched"], list_same=said["list_same"],
        )  # fmt: skip


def our_noise(page: Architecture) -> Noise:
    """Return what Bartizan says whatever a page says."""
    bare = analyse_page(with_nothing_said(page))
    threats = threats_of(bare)
    certain, perhaps = (
        len({each.instance.rule.name for each in threats if each.status is status}) for status in Status
    )
    everything = with_everything_in_place(page)
    grounded = analyse_page(everything).grounded
    held = [
        each.id
        for each in grounded.controls.values()
        if each.holding is Holding.IN_PLACE and each.sort is Sort.CONTROL
    ]
    some = random.Random(1).sample(held, min(SWITCHED, len(held)))  # noqa: S311  the same ones each time
    return Noise(
        engine="Bartizan",
        rules=f"{certain} certainly, {perhaps} perhaps, of {sum(rule.is_threat for rule in RULES)}",
        nothing_said=spoken(bare), switched=len(some), list_same=lists_the_same(everything, tuple(some)),
    )  # fmt: skip


def with_nothing_said(page: Architecture) -> Architecture:
    """Return a page that says what there is, where it is, who connects to whom, and who attacks, and nothing else."""
    return Architecture(
        service=page.service, trust_domains=page.trust_domains, threat_actors=page.threat_actors,
        components={id_: Component(id=id_, kind=each.kind, domain=each.domain) for id_, each in page.components.items()},
        interfaces={
            id_: Interface(id=id_, requestor=each.requestor, listener=each.listener) for id_, each in page.interfaces.items()
        },
    )  # fmt: skip


def with_everything_in_place(page: Architecture) -> Architecture:
    """Return a page that says of every control that somebody could ask for that it is in place."""
    controls = analyse_page(page).grounded.controls.values()
    ids = tuple(each.id for each in controls if each.holding is not Holding.IN_PLACE)
    return with_controls(page, ids, ControlState.IN_PLACE)
