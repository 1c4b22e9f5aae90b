"""Tells whether one rule applies wherever another does, so that the other adds nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Atom, Every, Term, Unless, Variable

Naming = Mapping[Variable, Term]
"""What the variables of one rule stand for in the other."""


def subsumed(rule: Rule, *, by: Rule) -> bool:
    """Whether `by` concludes the same from some of the premises of a rule, and against some of its controls."""
    naming = _alike(by.then, rule.then, {})
    return naming is not None and _all_found(by.given, by.unless, rule, naming)


def _all_found(given: Sequence[Atom | Every], unless: Sequence[Unless], rule: Rule, naming: Naming) -> bool:
    """Whether each premise and guard has its like in a rule, all of them under one naming."""
    if given:
        first, *rest = given
        for premise in rule.given:
            longer = _same_premise(first, premise, naming)
            if longer is not None and _all_found(rest, unless, rule, longer):
                return True
        return False
    if unless:
        guard, *others = unless
        for other in rule.unless:
            if (other.kind, other.where_said) == (guard.kind, guard.where_said):
                longer = _named(guard.on, other.on, naming)
                if longer is not None and _all_found((), others, rule, longer):
                    return True
        return False
    return True


def _same_premise(one: Atom | Every, other: Atom | Every, naming: Naming) -> Naming | None:
    if isinstance(one, Atom) and isinstance(other, Atom):
        return _alike(one, other, naming)
    if isinstance(one, Every) and isinstance(other, Every):
        longer = _alike(one.among, other.among, naming)
        return _alike(one.holds, other.holds, longer) if longer is not None else None
    return None


def _alike(one: Atom, other: Atom, naming: Naming) -> Naming | None:
    """Return the naming under which two atoms are the same; nothing where there is none."""
    if one.predicate.name != other.predicate.name:
        return None
    found: Naming | None = naming
    for term, wanted in zip(one.terms, other.terms, strict=True):
        if isinstance(term, Variable):
            found = _named(term, wanted, found) if found is not None else None
        elif term != wanted:
            return None
    return found


def _named(variable: Variable, term: Term, naming: Naming) -> Naming | None:
    if variable in naming:
        return naming if naming[variable] == term else None
    return {**naming, variable: term}
