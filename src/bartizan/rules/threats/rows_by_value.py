"""Finds the rows of a relation in which some columns have given values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from bartizan.rules.threats.ground import Relations, Row
from bartizan.rules.threats.terms import Constant, Term, Variable

Found = Mapping[object, Sequence[Row]]
"""For each value of the columns looked at, what stands in other columns: a text for one column, a tuple for several."""


class RowsByValue:
    """The relations of a page, each sorted by the columns it is asked for, once."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations
        self._found: dict[
            tuple[str, tuple[tuple[int, str], ...], tuple[int, ...], tuple[int, ...]], Found
        ] = {}

    def joined(
        self,
        rows: list[Row],
        name: str,
        terms: Sequence[Term],
        place: Mapping[Variable, int],
        wanted: Sequence[int],
    ) -> list[Row]:
        """Return rows, each with the wanted columns of every row of a relation that agrees with it behind it.

        `place` says where in a row each variable stands that has a value by now.
        """
        if rows == [()] and tuple(wanted) == tuple(range(len(terms))):
            return list(self._relations.get(name, ()))
        key, found = self._key(terms, place), self._by(name, terms, place, wanted)
        nothing: Sequence[Row] = ()
        return [row + more for row in rows for more in found.get(key(row), nothing)]

    def finder(
        self, name: str, terms: Sequence[Term], place: Mapping[Variable, int], wanted: Sequence[int]
    ) -> Callable[[Row], Sequence[Row]]:
        """Return what finds for a row the wanted columns of every row of a relation that agrees with it."""
        key, found = self._key(terms, place), self._by(name, terms, place, wanted)
        return lambda row: found.get(key(row), ())

    def _key(self, terms: Sequence[Term], place: Mapping[Variable, int]) -> Callable[[Row], object]:
        at = [place[term] for term in terms if isinstance(term, Variable) and term in place]
        return itemgetter(*at) if at else lambda _row: ()

    def _by(
        self, name: str, terms: Sequence[Term], place: Mapping[Variable, int], wanted: Sequence[int]
    ) -> Found:
        fixed = tuple((at, term.text) for at, term in enumerate(terms) if isinstance(term, Constant))
        columns = tuple(at for at, term in enumerate(terms) if isinstance(term, Variable) and term in place)
        key = (name, fixed, columns, tuple(wanted))
        if key not in self._found:
            self._found[key] = self._grouped(*key)
        return self._found[key]

    def _grouped(
        self, name: str, fixed: tuple[tuple[int, str], ...], columns: tuple[int, ...], wanted: tuple[int, ...]
    ) -> Found:
        rows = self._relations.get(name, ())
        for at, text in fixed:
            rows = [row for row in rows if row[at] == text]
        grouped: defaultdict[object, list[Row]] = defaultdict(list)
        value: Callable[[Row], object] = itemgetter(*columns) if columns else lambda _row: ()
        for row in rows:
            grouped[value(row)].append(tuple([row[at] for at in wanted]))
        return dict(grouped)
