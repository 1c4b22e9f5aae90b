"""Rules and facts of a page become a program without variables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bartizan.engine.program import Program, make_program
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Atom, Constant, Every, Nature, Term, Unless, Variable

Row = tuple[str, ...]
Relations = Mapping[str, Sequence[Row]]
"""For each predicate that the page speaks of, what it holds for, sorted."""

Ground = tuple[str, ...]
"""A fact: the name of its predicate and what it is about."""

Guard = Callable[[str, str, bool], str | None]
"""Returns the id of the control of a kind on an element; nothing where it is no question. Takes kind, element, and
whether it counts only where the page has one."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A rule with everything in it named: what stands behind each step of a proof."""

    rule: Rule
    names: Row
    """What each variable of the rule stands for, in the order of `variables_of`."""

    def meaning(self) -> dict[str, str]:
        """Return what each variable stands for, by its name."""
        return dict(zip((each.name for each in variables_of(self.rule)), self.names, strict=True))

    def fact(self, atom: Atom) -> Ground:
        """Return an atom of the rule with everything in it named."""
        names = self.meaning()
        return (
            atom.predicate.name,
            *(names[t.name] if isinstance(t, Variable) else t.text for t in atom.terms),
        )


def variables_of(rule: Rule) -> tuple[Variable, ...]:
    """Return the variables of a rule that the page names, in the order in which they are named."""
    joined = (atom for atom in rule.given if isinstance(atom, Atom) and _is_joined(atom))
    named = (variable for atom in joined for variable in atom.variables)
    return tuple(dict.fromkeys(named))


def _is_joined(premise: Atom) -> bool:
    return premise.predicate.nature is not Nature.DERIVED


def ground(
    rules: Iterable[Rule], relations: Relations, guard: Guard
) -> Iterator[tuple[Ground, list[Ground], Instance]]:
    """Yield `(head, body, instance)` for each way in which the page lets a rule apply.

    Only what an attack brings about is left in the body: what the page says is known, and stands in the instance.
    """
    index = _Index(relations)
    for rule in rules:
        yield from _ground(rule, index, guard)


def as_program(
    rules: Iterable[tuple[Ground, list[Ground], Instance]], facts: Iterable[Hashable] = ()
) -> Program:
    """Return the program of the ground rules."""
    return make_program(rules, facts)


class _Index:
    """Finds the rows of a relation in which some columns have given values."""

    def __init__(self, relations: Relations) -> None:
        self.relations = relations
        self._by_columns: dict[tuple[str, tuple[int, ...]], Mapping[Row, Sequence[Row]]] = {}

    def all(self, name: str) -> Sequence[Row]:
        return self.relations.get(name, ())

    def by(self, name: str, columns: tuple[int, ...]) -> Mapping[Row, Sequence[Row]]:
        key = (name, columns)
        found = self._by_columns.get(key)
        if found is None:
            grouped: dict[Row, list[Row]] = defaultdict(list)
            for row in self.all(name):
                grouped[tuple(row[column] for column in columns)].append(row)
            found = self._by_columns[key] = dict(grouped)
        return found


def _ground(rule: Rule, index: _Index, guard: Guard) -> Iterator[tuple[Ground, list[Ground], Instance]]:
    variables = variables_of(rule)
    place = {variable: at for at, variable in enumerate(variables)}
    makers = [_maker(atom, place) for atom in rule.given if isinstance(atom, Atom) and _in_body(atom)]
    every = [
        (each, _maker(each.holds, {**place, **_own(each, place)}))
        for each in rule.given
        if isinstance(each, Every)
    ]
    guards = [(each, place[each.on]) for each in rule.unless]
    head = _maker(rule.then, place)
    for names in _bindings(rule, place, index):
        body = [make(names) for make in makers]
        for each, make in every:
            among = list(_among(each, place, names, index))
            if not among:
                break
            body += map(make, among)
        else:
            for unless, at in guards:
                control = guard(unless.kind, names[at], unless.where_said)
                if control is not None:
                    body.append(("off", control))
            yield head(names), body, Instance(rule, names)


def _in_body(atom: Atom) -> bool:
    return atom.predicate.nature is not Nature.PAGE


def _own(every: Every, place: Mapping[Variable, int]) -> dict[Variable, int]:
    """Return the places of the variables that only `every` has, behind those of the rule."""
    own = [variable for variable in dict.fromkeys(every.among.variables) if variable not in place]
    return {variable: len(place) + at for at, variable in enumerate(own)}


def _among(every: Every, place: Mapping[Variable, int], names: Row, index: _Index) -> Iterator[Row]:
    """Yield the names of the rule with those that `every` adds, for each row that the page has."""
    terms = every.among.terms
    known = tuple(at for at, term in enumerate(terms) if isinstance(term, Constant) or term in place)
    key = tuple(_value(terms[at], place, names) for at in known)
    own = _own(every, place)
    columns = [terms.index(variable) for variable in own]
    for row in index.by(every.among.predicate.name, known).get(key, ()):
        yield (*names, *(row[column] for column in columns))


def _value(term: Term, place: Mapping[Variable, int], names: Row) -> str:
    return term.text if isinstance(term, Constant) else names[place[term]]


def _maker(atom: Atom, place: Mapping[Variable, int]) -> Callable[[Row], Ground]:
    """Return what makes the fact that an atom is, once the variables are named."""
    name = atom.predicate.name
    at = [place[term] if isinstance(term, Variable) else term.text for term in atom.terms]
    match at:
        case []:
            return lambda _names: (name,)
        case [int(first)]:
            return lambda names: (name, names[first])
        case [int(first), int(second)]:
            return lambda names: (name, names[first], names[second])
        case [str(text), int(second)]:
            return lambda names: (name, text, names[second])
    return lambda names: (name, *(each if isinstance(each, str) else names[each] for each in at))


def _pick(term: Term, place: Mapping[Variable, int]) -> str | int:
    return term.text if isinstance(term, Constant) else place[term]


def _bindings(rule: Rule, place: Mapping[Variable, int], index: _Index) -> Iterable[Row]:
    """Return what the variables of a rule can stand for, by what the page says."""
    found: list[Row] = [()]
    known: set[Variable] = set()
    for atom in rule.given:
        if not isinstance(atom, Atom) or not _is_joined(atom):
            continue
        name, terms = atom.predicate.name, atom.terms
        columns = tuple(at for at, term in enumerate(terms) if isinstance(term, Constant) or term in known)
        new = [at for at, term in enumerate(terms) if isinstance(term, Variable) and term not in known]
        assert len({terms[at] for at in new}) == len(new), (
            f"`{rule.name}` names a variable twice in one premise"
        )
        rows = index.by(name, columns)
        if new == list(range(len(terms))) and found == [()]:
            found = list(index.all(name))
        else:
            picks = [_pick(terms[at], place) for at in columns]
            found = [
                (*names, *(row[at] for at in new))
                for names in found
                for row in rows.get(tuple(p if isinstance(p, str) else names[p] for p in picks), ())
            ]
        known.update(term for term in terms if isinstance(term, Variable))
    return found


__all__ = [
    "Ground",
    "Guard",
    "Instance",
    "Relations",
    "Row",
    "Unless",
    "as_program",
    "ground",
    "variables_of",
]
