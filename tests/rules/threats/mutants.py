"""Rules with one thing changed in each, to see whether the examples on their pages notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bartizan.model.architecture import Architecture
from bartizan.rules.threats.called import predicates
from bartizan.rules.threats.ground import variables_of
from bartizan.rules.threats.read_examples import Example, fact_of, read_examples
from bartizan.rules.threats.read_rule_block import VERBS, unbound
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import page_of
from bartizan.rules.threats.terms import Atom, Constant, Every, Nature, Predicate, Sort, Unless, Variable
from bartizan.rules.threats.try_examples import followed, others_of, page_of_example
from bartizan.rules.threats.write_rule import write_guard, write_premise
from bartizan.source.text import Source


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule that was changed; nothing in its place where it was dropped."""

    of: Rule
    change: str
    rule: Rule | None

    @property
    def name(self) -> tuple[str, str]:
        """The rule it was made of, and what was changed."""
        return self.of.name, self.change

    @property
    def kind(self) -> str:
        """What sort of change it is."""
        for beginning, kind in _KINDS:
            if self.change.startswith(beginning):
                return kind
        return "a control asked for elsewhere"


_KINDS = (
    ("dropped", "the rule dropped"),
    ("without unless", "a control dropped"),
    ("without", "a premise dropped"),
    ("any in place", "any in place of every"),
    ("then", "another conclusion"),
    ("about", "the conclusion about another"),
    ("verb", "another verb"),
)


def mutants_of(rule: Rule) -> Iterator[Mutant]:
    """Yield a rule with one thing changed in each; what could not be applied to any page is left out."""
    yield Mutant(rule, "dropped", None)
    for at, premise in enumerate(rule.given):
        given = (*rule.given[:at], *rule.given[at + 1 :])
        yield from _if_it_runs(rule, f"without {write_premise(premise)}", replace(rule, given=given))
        if isinstance(premise, Every):
            given = (*rule.given[:at], premise.among, premise.holds, *rule.given[at + 1 :])
            yield from _if_it_runs(
                rule, f"any in place of {write_premise(premise)}", replace(rule, given=given)
            )
    for at, guard in enumerate(rule.unless):
        fewer = (*rule.unless[:at], *rule.unless[at + 1 :])
        yield Mutant(rule, f"without unless {write_guard(guard)}", replace(rule, unless=fewer))
        flipped = Unless(guard.kind, guard.on, where_said=not guard.where_said)
        changed = (*rule.unless[:at], flipped, *rule.unless[at + 1 :])
        yield Mutant(rule, f"unless {write_guard(flipped)}", replace(rule, unless=changed))
    other = _another(rule.then.predicate)
    if other:
        yield Mutant(rule, f"then {other.name}", replace(rule, then=Atom(other, rule.then.terms)))
    for then in _about_others(rule):
        yield Mutant(rule, f"about {write_premise(then)}", replace(rule, then=then))
    for at, premise in enumerate(rule.given):
        if isinstance(premise, Atom) and (asked := _of_another_verb(premise)):
            given = (*rule.given[:at], asked, *rule.given[at + 1 :])
            yield Mutant(rule, f"verb in {write_premise(asked)}", replace(rule, given=given))


def _about_others(rule: Rule) -> Iterator[Atom]:
    """Yield the conclusion of a rule about other things of the same sort that it names, and with another verb."""
    named = variables_of(rule)
    for at, term in enumerate(rule.then.terms):
        if isinstance(term, Variable):
            for other in named:
                if other.sort is term.sort and other not in rule.then.variables:
                    yield Atom(
                        rule.then.predicate, (*rule.then.terms[:at], other, *rule.then.terms[at + 1 :])
                    )
    changed = _of_another_verb(rule.then)
    if changed:
        yield changed


def _of_another_verb(atom: Atom) -> Atom | None:
    """Return an atom with the next verb in place of the one that it names."""
    for at, (term, sort) in enumerate(zip(atom.terms, atom.predicate.sorts, strict=True)):
        if sort is Sort.VERB and isinstance(term, Constant):
            other = Constant(VERBS[(VERBS.index(term.text) + 1) % len(VERBS)])
            return Atom(atom.predicate, (*atom.terms[:at], other, *atom.terms[at + 1 :]))
    return None


def _if_it_runs(rule: Rule, change: str, changed: Rule) -> Iterator[Mutant]:
    if not unbound(changed):
        yield Mutant(rule, change, changed)


def _another(predicate: Predicate) -> Predicate | None:
    """Return another predicate of the same sorts that can be concluded."""
    alike = [
        each
        for each in predicates().values()
        if each.nature is Nature.DERIVED and each.sorts == predicate.sorts and each.name != predicate.name
    ]
    later = [each for each in alike if each.name > predicate.name]
    return min(later or alike, key=lambda each: each.name, default=None)


Pages = tuple[tuple[Example, Architecture], ...]


def pages_of(rule: Rule) -> Pages:
    """Return the examples on the page of a rule, each with what it says."""
    found = []
    for example in read_examples(Source(f"{rule.name}.md", page_of(rule.name) or "")).examples:
        architecture, _problems = page_of_example(example)
        assert architecture is not None
        found.append((example, architecture))
    return tuple(found)


def is_noticed(mutant: Mutant, pages: Pages) -> bool:
    """Whether a claim of an example fails with the changed rule."""
    for example, architecture in pages:
        rules = (*others_of(mutant.of, example), *([mutant.rule] if mutant.rule else []))
        for claim in example.claims:
            now = followed(architecture, rules, [fact_of(said) for said in claim.when])
            if any(fact_of(said) not in now for said in claim.then):
                return True
            if any(fact_of(said) in now for said in claim.refuted):
                return True
    return False


EQUIVALENT = {
    ("identity-claimed", "unless authentication on interface where said"): (
        "an interface that accepts a credential says so, and with it that there is authentication"
    ),
    ("revocation-too-late", "unless revocation on credential where said"): (
        "only where the page says how it is taken back does it work until then"
    ),
    ("revocation-too-late-for-one", "unless revocation on credential where said"): (
        "only where the page says how it is taken back does it work until then"
    ),
    (
        "degraded",
        "without control(control)",
    ): "of every control it can be supposed that it is degraded, and of nothing else",
}
"""Mutants that no page can tell from the rule, each with the reason."""
