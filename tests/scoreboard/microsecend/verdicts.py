"""Our verdict on each architectural rule that Bartizan has an answer to: out of its threats, its reach and what falls with what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from bartizan.model.architecture import Architecture
from bartizan.model.control import Control
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.promises import Promises
from bartizan.rules.answers.threats import Status, Threat, threats_of
from bartizan.rules.threats.ground import Ground
from tests.scoreboard.microsecend.adapter import APPLICATION
from tests.scoreboard.microsecend.readings import Reading, analysed


class Verdict(Enum):
    """Whether an architecture keeps to a rule."""

    HOLDS = "holds"
    VIOLATED = "violated"
    UNKNOWN = "unknown"
    """Something would have to be said first; never counted as either of the others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One verdict."""

    verdict: Verdict
    because: tuple[str, ...] = ()
    """What decided it: interfaces, components or threats, by name."""


@dataclass(frozen=True)
class Answers:
    """What Bartizan says about one diagram in one reading."""

    page: Architecture
    """As drawn."""
    reading: Reading
    drawn: Answers | None = None
    """The answers as drawn, where they are already there."""

    @cached_property
    def analysis(self) -> Analysis:
        """In this reading."""
        return analysed(self.page, self.reading)

    @cached_property
    def dependence(self) -> Answers:
        """With everything that is not drawn in place: what falls here falls because one thing hangs on another."""
        return self if self.reading is Reading.DRAWN else self.drawn or Answers(self.page, Reading.DRAWN)

    @cached_property
    def threats(self) -> tuple[Threat, ...]:
        """Every threat."""
        return threats_of(self.analysis)

    @property
    def if_nothing(self) -> Verdict:
        """What it means that nothing of a kind is drawn, where the rule wants it."""
        return Verdict.UNKNOWN if self.reading is Reading.DRAWN else Verdict.VIOLATED

    @property
    def if_nobody(self) -> Verdict:
        """What it means that nothing of a kind is drawn, where the rule forbids something to those that do it."""
        return Verdict.UNKNOWN if self.reading is Reading.DRAWN else Verdict.HOLDS

    # ---- which interfaces a rule is about

    @cached_property
    def entries(self) -> tuple[str, ...]:
        """The interfaces at which outsiders come in."""
        return tuple(
            point.interface.id for point in Promises(self.analysis).entry_points
            if point.said and self._inside(point.interface.listener) and point.reached_by
        )  # fmt: skip

    @cached_property
    def within(self) -> tuple[str, ...]:
        """The interfaces between two services."""
        return tuple(
            id_ for id_, each in self.page.interfaces.items() if self._inside(each.requestor) and self._inside(each.listener)
        )  # fmt: skip

    @cached_property
    def across(self) -> tuple[str, ...]:
        """The interfaces between a service and something or somebody outside."""
        return tuple(id_ for id_ in self.page.interfaces if id_ not in self.within)

    def _inside(self, component: str | None) -> bool:
        return component is not None and self.page.components[component].domain == APPLICATION

    # ---- what decides

    def by_threats(self, rules: Collection[str], interfaces: Collection[str]) -> Judged:
        """Return violated where such a threat is certain on one of the interfaces, unknown where one is open."""
        found = [
            each for each in self.threats
            if each.instance.rule.name in rules and each.instance.meaning().get("interface") in interfaces
        ]  # fmt: skip
        return judged_by(found)

    @cached_property
    def taken_over(self) -> Mapping[str, Collection[Ground]]:
        """For each component everything that follows when it is taken over."""
        return self._each("owns") if self.dependence is self else self.dependence.taken_over

    @cached_property
    def stopped(self) -> Mapping[str, Collection[Ground]]:
        """For each component everything that follows when it stops."""
        return self._each("down") if self.dependence is self else self.dependence.stopped

    def _each(self, predicate: str) -> Mapping[str, Collection[Ground]]:
        return dict(
            zip(self.software, self.follows([((predicate, each),) for each in self.software]), strict=True)
        )

    def follows(self, scenarios: Sequence[Collection[Ground]]) -> list[set[Ground]]:
        """Return for each scenario, given by its facts, everything that follows besides them."""
        grounded = self.dependence.analysis.grounded
        lanes = self.dependence.analysis.sweep((), [grounded.numbers(facts) for facts in scenarios])
        names = grounded.program.names
        return [
            {name for number in numbers if isinstance(name := names[number], tuple)}
            for numbers in lanes.newly_in_each()
        ]

    @property
    def software(self) -> tuple[str, ...]:
        """What can be taken over."""
        return tuple(component for (component,) in self.dependence.analysis.grounded.rows["software"])

    def exactly_one(self, found: Mapping[str, Collection[str]]) -> Judged:
        """Return whether one component stands out for which something was found."""
        names = tuple(f"{each}: {', '.join(sorted(what)[:3])}" for each, what in found.items() if what)
        if not names:
            return Judged(self.if_nothing)
        return Judged(Verdict.HOLDS if len(names) == 1 else Verdict.VIOLATED, names)


def judged_by(threats: Collection[Threat]) -> Judged:
    """Return violated where a threat is certain, unknown where one is open, holds where there is none."""
    certain = [each for each in threats if each.status is Status.CERTAIN]
    because = tuple(
        f"{each.instance.rule.name} on {'/'.join(each.instance.names)}" for each in certain or threats
    )
    if certain:
        return Judged(Verdict.VIOLATED, because)
    return Judged(Verdict.UNKNOWN if threats else Verdict.HOLDS, because)


# ---- one rule after the other

NO_AUTHENTICATION = ("missing-authentication", "identity-claimed")
NO_AUTHORIZATION = ("missing-authorization", "missing-authorization-in-a-store")
NO_ENCRYPTION = ("data-in-cleartext",)


def single_entry_point(answers: Answers) -> Judged:
    """R01: the components behind the interfaces that an outsider certainly reaches are one."""
    behind = {str(answers.page.interfaces[id_].listener) for id_ in answers.entries}
    if not behind:
        return Judged(Verdict.UNKNOWN)
    return answers.exactly_one({each: {"entry point"} for each in sorted(behind)})


def entry_goes_on_alone(answers: Answers) -> Judged:
    """R02: no entry point stops because something that it asks does."""
    if not answers.entries:
        return Judged(Verdict.UNKNOWN)
    behind = {str(answers.page.interfaces[id_].listener) for id_ in answers.entries}
    stopped = [
        f"{entry} stops with {other}"
        for other in answers.software for entry in sorted(behind - {other})
        if ("down", entry) in answers.stopped[other]
    ]  # fmt: skip
    return Judged(Verdict.VIOLATED if stopped else Verdict.HOLDS, tuple(stopped))


def entry_authorizes(answers: Answers) -> Judged:
    """R04: no threat of missing authorization at an entry point."""
    return (
        answers.by_threats(NO_AUTHORIZATION, answers.entries) if answers.entries else Judged(Verdict.UNKNOWN)
    )


def entry_authenticates(answers: Answers) -> Judged:
    """R05: no threat of missing authentication at an entry point."""
    return (
        answers.by_threats(NO_AUTHENTICATION, answers.entries) if answers.entries else Judged(Verdict.UNKNOWN)
    )


def services_authorize(answers: Answers) -> Judged:
    """R06: no threat of missing authorization between two services."""
    return answers.by_threats(NO_AUTHORIZATION, answers.within)


def services_authenticate(answers: Answers) -> Judged:
    """R07: no threat of missing authentication between two services."""
    return answers.by_threats(NO_AUTHENTICATION, answers.within)


def one_authorization_service(answers: Answers) -> Judged:
    """R08: there is one component that, taken over, voids authorization at others."""
    return answers.exactly_one({each: _voided(answers, each, "authorization") for each in answers.software})


def one_authentication_service(answers: Answers) -> Judged:
    """R09: there is one component that, taken over, voids authentication at others."""
    return answers.exactly_one({each: _voided(answers, each, "authentication") for each in answers.software})


def authorization_apart(answers: Answers) -> Judged:
    """R10: taking over a service that checks who may gives no business data beyond what the loss of its checks gives."""
    return _apart(answers, "authorization")


def authentication_apart(answers: Answers) -> Judged:
    """R11: taking over a service that checks who asks gives no business data beyond what the loss of its checks gives."""
    return _apart(answers, "authentication")


def outside_encrypted(answers: Answers) -> Judged:
    """R13: no threat of data in cleartext between a service and the outside."""
    return answers.by_threats(NO_ENCRYPTION, answers.across)


def inside_encrypted(answers: Answers) -> Judged:
    """R14: no threat of data in cleartext between two services."""
    return answers.by_threats(NO_ENCRYPTION, answers.within)


def one_log_subsystem(answers: Answers) -> Judged:
    """R16: there is one component that, taken over, discloses the logs of others."""
    return answers.exactly_one({each: _disclosed(answers, each, "log") for each in answers.software})


def one_registry(answers: Answers) -> Judged:
    """R23: there is one component that, taken over, lets answer in place of others whose address it gives."""
    return answers.exactly_one({each: _redirected(answers, each) for each in answers.software})


def registry_checks(answers: Answers) -> Judged:
    """R24: nobody can change the addresses in a registry and so answer in place of somebody else."""
    addresses = [id_ for id_, asset in answers.page.data_assets.items() if asset.configures]
    if not addresses:
        return Judged(answers.if_nobody)
    return judged_by([each for each in answers.threats if each.instance.rule.name == "rogue-peer"])


def one_secret_store(answers: Answers) -> Judged:
    """R25: there is one component that, taken over, discloses the secrets of others."""
    return answers.exactly_one({each: _disclosed(answers, each, "secret") for each in answers.software})


VERDICTS: Mapping[str, Callable[[Answers], Judged]] = {
    "R01": single_entry_point,
    "R02": entry_goes_on_alone,
    "R04": entry_authorizes,
    "R05": entry_authenticates,
    "R06": services_authorize,
    "R07": services_authenticate,
    "R08": one_authorization_service,
    "R09": one_authentication_service,
    "R10": authorization_apart,
    "R11": authentication_apart,
    "R13": outside_encrypted,
    "R14": inside_encrypted,
    "R16": one_log_subsystem,
    "R23": one_registry,
    "R24": registry_checks,
    "R25": one_secret_store,
}

LEFT_OUT: Mapping[str, str] = {
    "R03": "No rule asks for more than one instance or for load to be spread; `flooded` asks for a rate limit, which a load "
    "balancer is not.",
    "R12": "No rule asks how often somebody may guess: the control kind `guess-limit` is known and nothing follows from it.",
    "R15": "Nothing follows from a service that keeps no log: there is no rule about repudiation.",
    "R17": "That there should be a message broker is a wish for a part; no attack follows from its absence.",
    "R18": "The same: how logs get to where they are kept decides no attack that a rule knows.",
    "R19": "The same as R18, and the published text forbids what R16 and R18 together ask for.",
    "R20": "Nothing follows from the absence of a dashboard: there is no rule about detection (page one of a report says so).",
    "R21": "The same as R20.",
    "R22": "That logs hold secrets is on no diagram: a page would say which data assets are in which log.",
}
"""The rules on which we have no verdict, each with its reason."""


# ---- what the structural ones look for


def _voided(answers: Answers, component: str, kind: str) -> set[str]:
    """Return the checks of a kind that are void with a component that is not the one they stand at."""
    facts = answers.taken_over[component]
    return {
        control.id for control in answers.page.controls.values()
        if control.kind == kind and ("off", control.id) in facts
        and component not in {answers.page.interfaces[each].listener for each in control.stands_on}
    }  # fmt: skip


def _redirected(answers: Answers, component: str) -> set[str]:
    """Return the interfaces of others on which one can answer who has taken over a component."""
    facts = answers.taken_over[component]
    return {
        id_
        for id_, each in answers.page.interfaces.items()
        if ("rogue", id_) in facts and each.listener != component
    }


def _disclosed(answers: Answers, component: str, kind: str) -> set[str]:
    """Return the data assets of a kind whose stored form one has who has taken over a component."""
    facts = answers.taken_over[component]
    placements = answers.dependence.analysis.grounded.view.placements
    return {
        id_ for id_, asset in answers.page.data_assets.items()
        if asset.kind == kind and any(("copied", name) in facts for name, _placement, _path in placements[id_])
    }  # fmt: skip


def _apart(answers: Answers, kind: str) -> Judged:
    checking: dict[str, None] = {}
    for control in answers.page.controls.values():
        if control.kind == kind:
            checking |= dict.fromkeys(control.enforced_by if control.state else control.enforced_by[1:])
    if not checking:
        return Judged(answers.if_nobody)
    checks = {
        each: [control for control in answers.page.controls.values() if each in control.enforced_by]
        for each in checking
    }
    mixed = [each for each, controls in checks.items() if _business(answers, each, controls)]
    return Judged(Verdict.VIOLATED if mixed else Verdict.HOLDS, tuple(mixed))


def _business(answers: Answers, component: str, checks: Collection[Control]) -> set[Ground]:
    """Return the data of no special sort that is disclosed with a component and not with its checks alone."""
    domain = str(answers.page.components[component].domain)
    [without_checks] = answers.follows([(("at", domain), *(("degraded", each.id) for each in checks))])
    return {
        fact for fact in set(answers.taken_over[component]) - without_checks
        if fact[0] == "knows" and answers.page.data_assets[fact[1]].kind is None
    }  # fmt: skip
