"""Finds rules that can do nothing, do what another one does, or help the defender: what no example would show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from bartizan.knowledge.control_kinds import control_kinds
from bartizan.knowledge.weaknesses import weaknesses
from bartizan.rules.threats.called import predicates
from bartizan.rules.threats.ground import variables_of
from bartizan.rules.threats.read_rule_block import PLACEHOLDER, STANDS_ON, VERBS, apart, unbound
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.subsumed import subsumed
from bartizan.rules.threats.terms import Atom, Constant, Every, Nature, Sort
from bartizan.rules.threats.write_rule import write_premise

STARTS = frozenset({"acts"})
"""What begins an attack and so follows from nothing."""


class Fault(Enum):
    """What can be wrong with a rule among others."""

    BROKEN = "broken"
    """It cannot be applied, or its texts cannot be filled in."""
    DEAD = "dead"
    """One of its premises never holds."""
    UNUSED = "unused"
    """Nothing follows from what it concludes."""
    SHADOWED = "shadowed"
    """Another rule concludes the same from less."""
    INVERTED = "inverted"
    """It helps the defender: a control that holds lets it apply, or it says what only a page can say."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong with one rule."""

    rule: str
    fault_name: str
    says: str

    @property
    def fault(self) -> Fault:
        """What sort of thing it is."""
        return Fault(self.fault_name)


def lint(
    rules: Sequence[Rule], *, outcomes: Collection[str], said: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with rules that are applied together, by rule.

    `outcomes` names what a service cares for by itself, `said` the facts that pages can say or leave unsaid: without it
    all of the vocabulary that are for the page to say.
    """
    if said is None:
        said = {each.name for each in predicates().values() if each.nature is not Nature.DERIVED}
    found: list[tuple[str, Fault, str]] = []
    for rule in rules:
        found += ((rule.name, Fault.BROKEN, why) for why in broken(rule))
        found += ((rule.name, Fault.INVERTED, why) for why in inverted(rule))
    found += ((name, Fault.DEAD, why) for name, why in _dead(rules, said))
    found += ((name, Fault.UNUSED, why) for name, why in _unused(rules, outcomes))
    found += ((name, Fault.SHADOWED, why) for name, why in _shadowed(rules))
    return tuple(sorted(Finding(name, fault.value, why) for name, fault, why in found))


# ---- one rule


def broken(rule: Rule) -> Iterator[str]:
    """Yield why a rule cannot be applied, or not be put into words."""
    for variable in unbound(rule):
        yield f"nothing tells which `{variable.name}` is meant"
    for atom in apart(rule):
        yield f"`{write_premise(atom)}` has nothing to do with the premises before it"
    known = {each.name for each in variables_of(rule)}
    for text in (rule.says, rule.ask, rule.advice):
        for name in PLACEHOLDER.findall(text):
            if name not in known:
                yield f"it is about no `{name}`"
    if not rule.says or rule.says.endswith((".", "?", "!")):
        yield "what it says is no sentence without a full stop"
    for id_ in rule.weaknesses:
        if id_ not in weaknesses():
            yield f"`{id_}` is no weakness that is known here"
    if rule.is_threat and not (rule.ask.endswith("?") and rule.advice.endswith(".") and rule.weaknesses):
        yield "a threat comes with a question, advice and a weakness"
    if not rule.is_threat and (rule.ask or rule.advice or rule.weaknesses):
        yield "what is no threat has no question, advice or weakness"


def inverted(rule: Rule) -> Iterator[str]:
    """Yield why a rule helps the defender."""
    if rule.then.predicate.nature is not Nature.DERIVED:
        yield f"it concludes `{rule.then.predicate.name}`, which is for the page to say"
    for guard in rule.unless:
        kind = control_kinds().get(guard.kind)
        if kind is None:
            yield f"no control is called `{guard.kind}`"
        elif STANDS_ON.get(guard.on.sort) not in kind.on:
            yield f"`{guard.kind}` cannot stand on a {guard.on.sort.value}"
    gone = {
        each for atom in _atoms(rule) if atom.predicate.name in {"off", "degraded"} for each in atom.variables
    }
    gone |= set(rule.then.variables) if rule.then.predicate.name == "off" else set()
    for atom in _atoms(rule):
        for variable in atom.variables:
            if variable.sort is Sort.CONTROL and variable not in gone:
                yield f"`{write_premise(atom)}` lets it apply while the control holds"


def _atoms(rule: Rule) -> Iterator[Atom]:
    for premise in rule.given:
        if isinstance(premise, Every):
            yield from (premise.holds, premise.among)
        else:
            yield premise


# ---- all of them together


def _dead(rules: Sequence[Rule], said: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the rules with a premise that never holds: nobody says it, and what concludes it never holds itself."""
    concluded: set[tuple[str, str | None]] = {(name, None) for name in STARTS}
    waiting = list(rules)
    while waiting:
        alive = [rule for rule in waiting if not any(True for _ in _never(rule, concluded, said))]
        if not alive:
            break
        concluded |= {
            (each.predicate.name, verb) for each in (rule.then for rule in alive) for verb in _verbs(each)
        }
        waiting = [rule for rule in waiting if rule not in alive]
    for rule in waiting:
        for atom in _never(rule, concluded, said):
            yield rule.name, f"`{write_premise(atom)}` never holds"


def _never(
    rule: Rule, concluded: Collection[tuple[str, str | None]], said: Collection[str]
) -> Iterator[Atom]:
    for atom in _atoms(rule):
        name = atom.predicate.name
        if atom.predicate.nature is Nature.DERIVED:
            if not any((name, verb) in concluded for verb in _verbs(atom)):
                yield atom
        elif name not in said:
            yield atom


def _verbs(atom: Atom) -> tuple[str | None, ...]:
    """Return the verbs that an atom is about, all where it leaves that open; nothing stands for those without."""
    for term, sort in zip(atom.terms, atom.predicate.sorts, strict=True):
        if sort is Sort.VERB:
            return (term.text,) if isinstance(term, Constant) else VERBS
    return (None,)


def _unused(rules: Sequence[Rule], outcomes: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the rules from whose conclusion nothing follows, by no verb or not by some."""
    needed: dict[str, set[str | None]] = defaultdict(set)
    for rule in rules:
        for atom in _atoms(rule):
            needed[atom.predicate.name].update(_verbs(atom))
        if rule.unless:
            needed["off"].add(None)
    for rule in rules:
        name = rule.then.predicate.name
        lost = [verb for verb in _verbs(rule.then) if verb not in needed[name]]
        if lost and name not in outcomes:
            with_ = f" with {', '.join(map(str, lost))}" if lost != [None] else ""
            yield rule.name, f"nothing follows from `{write_premise(rule.then)}`{with_}"


def _shadowed(rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    names: Mapping[str, int] = _counted(rule.name for rule in rules)
    for name, number in names.items():
        if number > 1:
            yield name, "another rule has the same name"
    by_conclusion: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_conclusion[rule.then.predicate.name].append(rule)
    for alike in by_conclusion.values():
        for at, rule in enumerate(alike):
            for other_at, other in enumerate(alike):
                same = subsumed(other, by=rule)
                if rule is not other and subsumed(rule, by=other) and not (same and at < other_at):
                    yield (
                        rule.name,
                        f"`{other.name}` concludes the same from {'the same' if same else 'less'}",
                    )


def _counted(names: Iterator[str]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for name in names:
        found[name] += 1
    return found
