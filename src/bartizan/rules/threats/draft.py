"""A program without variables, made of rules and of what a page says."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from bartizan.engine.program import Program
from bartizan.rules.threats.fact_numbers import FactNumbers, NumbersOfOne
from bartizan.rules.threats.ground import Instances, Relations, Row, variables_of
from bartizan.rules.threats.rows_by_value import RowsByValue
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Atom, Every, Nature, Unless, Variable

Guard = Callable[[str, str, bool], str | None]
"""Returns the id of the control of a kind on an element; nothing where it is no question. Takes kind, element, and
whether it counts only where the page has one."""

Place = Mapping[Variable, int]
"""Where each variable stands in a row of what the variables of a rule stand for."""

NO_CONTROL = -1
"""Stands among numbers of facts where there is no control."""


class Draft:
    """A program while rules are added to it.

    A rule is added for everything at once that its variables can stand for, one premise after the other: a page of ten
    thousand interfaces has half a million rules, and each step that is taken for one of them alone is felt.
    """

    def __init__(self) -> None:
        self.facts = FactNumbers()
        self._heads = array("i")
        self._bodies: list[tuple[int, ...]] = []
        self._instances = Instances()

    def add(self, rules: Iterable[Rule], relations: Relations, guard: Guard) -> None:
        """Add rules for all that the page says.

        Only what an attack brings about is left in a body: what the page says is known, and stands in the instance.
        """
        rows = RowsByValue(relations)
        off: dict[tuple[str, bool], _Off] = {}
        for rule in rules:
            for unless in rule.unless:
                key = (unless.kind, unless.where_said)
                if key not in off:
                    off[key] = _Off(guard, unless, self.facts.of("off"))
            self._add(rule, rows, [off[each.kind, each.where_said] for each in rule.unless])

    def program(self) -> Program:
        """Return the program of all that was added."""
        return Program(self.facts, self._heads, self._bodies, self._instances)

    def _add(self, rule: Rule, rows: RowsByValue, off: Sequence[_Off]) -> None:
        place = {variable: at for at, variable in enumerate(variables_of(rule))}
        named = _named(rule, place, rows)
        every = [each for each in rule.given if isinstance(each, Every)]
        among: list[tuple[int, ...]] = []
        if every:
            named, among = self._of_every(every, place, named, rows)
        needed = [self._column(atom, place, named) for atom in _needed(rule)]
        guards = [
            [numbers[row[place[unless.on]]] for row in named]
            for unless, numbers in zip(rule.unless, off, strict=True)
        ]
        bodies = _side_by_side(needed, guards, among, len(named))
        if any(NO_CONTROL in column for column in guards):
            bodies = [tuple([fact for fact in body if fact != NO_CONTROL]) for body in bodies]
        if _may_repeat(rule):
            bodies = [b if len(set(b)) == len(b) else tuple(dict.fromkeys(b)) for b in bodies]
        self._heads.extend(self._column(rule.then, place, named))
        self._bodies += bodies
        self._instances.add(rule, named)

    def _column(self, atom: Atom, place: Place, named: Sequence[Row]) -> Sequence[int]:
        """Return for each row the number of the fact that an atom is there."""
        return self._numbering(atom, place)(named) if named else ()

    def _numbering(self, atom: Atom, place: Place) -> Callable[[Sequence[Row]], list[int]]:
        """Return what numbers the fact that an atom is for each of some rows; there must be some."""
        facts = self.facts.of(atom.predicate.name)
        at = [place[term] if isinstance(term, Variable) else term.text for term in atom.terms]
        match at:
            case []:
                return lambda rows: [facts[()]] * len(rows)
            case [int(only)]:
                return lambda rows: [facts[row[only]] for row in rows]
            case [str(text)]:
                return lambda rows: [facts[text]] * len(rows)
        columns = [each for each in at if isinstance(each, int)]
        if len(columns) == len(at):
            pick = itemgetter(*columns)
            return lambda rows: [facts[about] for about in map(pick, rows)]
        return lambda rows: [
            facts[tuple([each if isinstance(each, str) else row[each] for each in at])] for row in rows
        ]

    def _of_every(
        self, every: Sequence[Every], place: Place, named: Sequence[Row], rows: RowsByValue
    ) -> tuple[list[Row], list[tuple[int, ...]]]:
        """Return the rows for which the page says something of each kind, and what must hold of all of it."""
        searches = []
        for each in every:
            terms = each.among.terms
            own = [variable for variable in dict.fromkeys(each.among.variables) if variable not in place]
            wider = {**place, **{variable: len(place) + at for at, variable in enumerate(own)}}
            find = rows.finder(each.among.predicate.name, terms, place, [terms.index(one) for one in own])
            searches.append((find, self._numbering(each.holds, wider)))
        kept: list[Row] = []
        bodies: list[tuple[int, ...]] = []
        for row in named:
            body: list[int] = []
            for find, numbering in searches:
                among = [row + more for more in find(row)]
                if not among:
                    break
                body += numbering(among)
            else:
                kept.append(row)
                bodies.append(tuple(body))
        return kept, bodies


class _Off(dict[str, int]):
    """For each element the number of the fact that its control of a kind does not hold."""

    def __init__(self, guard: Guard, unless: Unless, off: NumbersOfOne) -> None:
        super().__init__()
        self._guard, self._unless, self._off = guard, unless, off

    def __missing__(self, element: str) -> int:
        control = self._guard(self._unless.kind, element, self._unless.where_said)
        number = self[element] = NO_CONTROL if control is None else self._off[control]
        return number


def _side_by_side(
    needed: Sequence[Sequence[int]],
    guards: Sequence[Sequence[int]],
    among: Sequence[tuple[int, ...]],
    count: int,
) -> list[tuple[int, ...]]:
    """Return a body for each row: what it needs, what it needs of everything, and which controls must be off."""
    if not among:
        columns = [*needed, *guards]
        return list(zip(*columns, strict=True)) if columns else [()] * count
    nothing: list[tuple[int, ...]] = [()] * count
    first = zip(*needed, strict=True) if needed else nothing
    last = zip(*guards, strict=True) if guards else nothing
    return [(*a, *b, *c) for a, b, c in zip(first, among, last, strict=True)]


def _needed(rule: Rule) -> Iterator[Atom]:
    """Yield the premises that an attack brings about, or that are supposed."""
    for each in rule.given:
        if isinstance(each, Atom) and each.predicate.nature is not Nature.PAGE:
            yield each


def _may_repeat(rule: Rule) -> bool:
    """Whether a rule may need the same fact twice."""
    names = [atom.predicate.name for atom in _needed(rule)]
    every = any(isinstance(each, Every) for each in rule.given)
    return every or len(rule.unless) > 1 or len(set(names)) < len(names)


def _named(rule: Rule, place: Place, rows: RowsByValue) -> list[Row]:
    """Return everything that the variables of a rule can stand for, by what the page says."""
    found: list[Row] = [()]
    known: dict[Variable, int] = {}
    for atom in rule.given:
        if not isinstance(atom, Atom) or atom.predicate.nature is Nature.DERIVED:
            continue
        terms = atom.terms
        new = [at for at, term in enumerate(terms) if isinstance(term, Variable) and term not in known]
        assert len({terms[at] for at in new}) == len(new), (
            f"`{rule.name}` names a variable twice in one premise"
        )
        found = rows.joined(found, atom.predicate.name, terms, known, new)
        known.update((term, place[term]) for term in terms if isinstance(term, Variable))
    return found
