"""The threats of a page: where a rule applies that says how somebody gets further than they should."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.outcome import Outcome, shortened
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.threats.ground import Ground, Instance


class Status(Enum):
    """How sure a threat is."""

    CERTAIN = "certain"
    """It follows with everything that is not said in place."""
    OPEN = "open"
    """It follows only if the worst is true of something that is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """One rule that applies to some elements of a page, on the way to something the service cares for."""

    id: str
    """A digest of the rule and the elements: the same tomorrow, whatever else changes on the page."""
    instance: Instance
    head: Ground
    """What it brings about."""
    status: Status
    certain_for: tuple[Actor, ...]
    open_for: tuple[Actor, ...]
    needs: tuple[tuple[Ground, ...], ...]
    """The smallest sets of unsaid things that it needs, where they are few; empty where more are needed than were tried,
    and for what is certain."""
    leads_to: tuple[Outcome, ...]
    """What follows from it, besides what its actors bring about anyway."""
    number: int
    """The rule in the ground program."""

    @property
    def weight(self) -> int:
        """How much the weightiest matters of what it leads to."""
        return max((each.weight for each in self.leads_to), default=0)


def identity(instance: Instance) -> str:
    """Return the id of a threat: ten letters and digits that stand for its rule and its elements."""
    said = "\x1f".join(
        (instance.rule.name, *(f"{key}={value}" for key, value in sorted(instance.meaning().items())))
    )
    return hashlib.sha256(said.encode()).hexdigest()[:10]


def threats_of(analysis: Analysis) -> tuple[Threat, ...]:
    """Return every threat of a page, those first that are certain, matter most, and need least to be true."""
    program = analysis.grounded.program
    applied = list(_applied(analysis))
    consequences = _consequences(analysis, applied)
    needs, own_right = _Needs(analysis), _OwnRight(analysis)
    found = []
    for rule in applied:
        instance = program.origins[rule]
        assert isinstance(instance, Instance)
        certain_for, open_for = own_right.actors(program.bodies[rule])
        if not (certain_for or open_for):
            continue
        head = program.names[program.heads[rule]]
        assert isinstance(head, tuple)
        found.append(Threat(
            id=identity(instance), instance=instance, head=head,
            status=Status.CERTAIN if certain_for else Status.OPEN, certain_for=certain_for, open_for=open_for,
            needs=() if certain_for else needs.of(program.bodies[rule]),
            leads_to=consequences[rule], number=rule,
        ))  # fmt: skip
    return _varied(sorted(found, key=_rank))


def _varied(threats: Sequence[Threat]) -> tuple[Threat, ...]:
    """Return threats so that each further one of a rule counts less than the one before; what is certain stays first.

    Somebody with an hour looks at the weightiest of each kind before the fifth of the same kind.
    """
    seen: Counter[str] = Counter()
    scored = []
    for place, threat in enumerate(threats):
        rule = threat.instance.rule.name
        scored.append(
            (threat.status is not Status.CERTAIN, -threat.weight * _FURTHER ** seen[rule], place, threat)
        )
        seen[rule] += 1
    return tuple(each[-1] for each in sorted(scored, key=lambda each: each[:-1]))


_FURTHER = 0.5
"""How much the next threat of a rule counts of what the one before did."""


def _rank(threat: Threat) -> tuple[object, ...]:
    fewest = min((len(each) for each in threat.needs), default=9)
    return (
        threat.status is not Status.CERTAIN, -threat.weight, fewest if threat.status is Status.OPEN else 0,
        -len(threat.leads_to), threat.instance.rule.name, threat.instance.names,
    )  # fmt: skip


def _applied(analysis: Analysis) -> Iterable[int]:
    """Yield the rules that apply in the open in their own right, are threats, and lie on the way to an outcome."""
    program = analysis.grounded.program
    holds = analysis.open.why
    wanted = [number for number in analysis.outcome_at if number in holds]
    on_the_way = set(wanted)
    for fact in wanted:  # grows while it is walked
        for rule in program.makers[fact]:
            if all(each in holds for each in program.bodies[rule]):
                for each in program.bodies[rule]:
                    if each not in on_the_way:
                        on_the_way.add(each)
                        wanted.append(each)
    for rule, head in enumerate(program.heads):
        origin = program.origins[rule]
        a_threat = head in on_the_way and isinstance(origin, Instance) and origin.rule.is_threat
        if a_threat and all(each in holds for each in program.bodies[rule]):
            yield rule


@dataclass
class _OwnRight:
    """Tells for whom a rule applies in its own right: not only because its control is in an attacker's hands already."""

    analysis: Analysis
    known: dict[int, int] = field(default_factory=dict)

    def lanes(self, fact: int) -> int:
        """Return the scenarios in which a fact holds in its own right.

        A control counts as gone where it is so of itself, and what an actor has anyway is nothing they get hold of.
        """
        lanes, program = self.analysis.by_actor, self.analysis.grounded.program
        name = program.names[fact]
        if not (isinstance(name, tuple) and name[0] in {"off", "knows"}):
            return lanes.lanes(fact)
        if fact not in self.known:
            self.known[fact] = 0  # a control that relies on itself is no reason to be gone
            for rule in program.makers[fact]:
                origin = program.origins[rule]
                if isinstance(origin, Instance) and origin.rule.name not in _OF_ITS_KEEPER:
                    self.known[fact] |= self.together(program.bodies[rule])
        return self.known[fact]

    def together(self, body: Sequence[int]) -> int:
        """Return the scenarios in which everything in a body holds in its own right."""
        bits = (1 << self.analysis.by_actor.count) - 1
        for fact in body:
            bits &= self.lanes(fact)
        return bits

    def actors(self, body: Sequence[int]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Return the actors in scope for whom a rule certainly applies, and those for whom it may."""
        bits = self.together(body)
        certain, maybe = [], []
        for at, actor in enumerate(self.analysis.grounded.actors):
            if not actor.in_scope:
                continue
            if bits >> 2 * at & 1 and actor.question is None:
                certain.append(actor)
            elif bits >> 2 * at & 3:
                maybe.append(actor)
        return tuple(certain), tuple(maybe)


_OF_ITS_KEEPER = frozenset({"enforcer-controlled", "holds-from-the-start"})
"""Rules that need no weakness any more: an attacker has what carries out a control, or had the data all along."""


def _consequences(analysis: Analysis, rules: Sequence[int]) -> dict[int, tuple[Outcome, ...]]:
    """Return for each rule which outcomes follow from it, together with what is not said of the same interface.

    What is certain anyway is left out; where the rule's own conclusion is certain, what follows from it by itself counts.
    """
    program, anyway = analysis.grounded.program, analysis.certain.why
    beside = _unsaid_by_interface(analysis)
    found: dict[int, tuple[Outcome, ...]] = {}
    outcomes = analysis.outcome_at
    for base, some in (
        (analysis.sure_actors, [rule for rule in rules if program.heads[rule] not in anyway]),
        ((), [rule for rule in rules if program.heads[rule] in anyway]),
    ):
        if not some:
            continue
        unsaid = []
        for rule in some:
            origin = program.origins[rule]
            assert isinstance(origin, Instance)
            own = _own_suppositions(analysis, program.bodies[rule])
            others = (fact for name in origin.names for fact in beside.get(name, ()) if fact not in own)
            unsaid.append(tuple(others) if base else ())
        scenarios = [(program.heads[rule], *others) for rule, others in zip(some, unsaid, strict=True)]
        alone = [(program.heads[rule],) for rule in some]
        newly = analysis.sweep(base, [*scenarios, *unsaid, *alone]).newly_in_each(outcomes)
        count = len(some)
        for at, rule in enumerate(some):
            without_it = set(newly[count + at])
            more = [each for each in newly[at] if each not in without_it]
            found[rule] = shortened(outcomes[each] for each in more or newly[2 * count + at])
    return found


def _own_suppositions(analysis: Analysis, body: Sequence[int]) -> set[int]:
    """Return what a rule itself supposes: that the controls it names are degraded, or what it asks."""
    program = analysis.grounded.program
    names = (program.names[fact] for fact in body)
    degraded = (("degraded", name[1]) for name in names if isinstance(name, tuple) and name[0] == "off")
    return {*body, *analysis.grounded.numbers(degraded)}


def _unsaid_by_interface(analysis: Analysis) -> dict[str, list[int]]:
    """Return for each interface what is not said of it."""
    grounded = analysis.grounded
    found: dict[str, list[int]] = defaultdict(list)
    for fact in sorted(grounded.unsaid):
        element = grounded.controls[fact[1]].element if fact[0] == "degraded" else fact[1]
        number = grounded.number(fact)
        if element in grounded.view.page.interfaces and number is not None:
            found[element].append(number)
    return found


class _Needs:
    """Finds the smallest sets of unsaid things that make a rule apply."""

    def __init__(self, analysis: Analysis) -> None:
        self.program = analysis.grounded.program
        self.sets = analysis.small_sets

    def of(self, body: Sequence[int]) -> tuple[tuple[Ground, ...], ...]:
        names = self.program.names
        sets = self.sets.together(body)
        return tuple(tuple(names[each] for each in sorted(one)) for one in sets)  # type: ignore[misc]


def counted(threats: Iterable[Threat]) -> dict[Status, int]:
    """Return how many threats there are of each status."""
    numbers: dict[Status, int] = defaultdict(int)
    for threat in threats:
        numbers[threat.status] += 1
    return {status: numbers[status] for status in Status}
