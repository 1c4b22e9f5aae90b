"""Facts and rules with everything in them named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Atom, Nature, Variable

Row = tuple[str, ...]
Relations = Mapping[str, Sequence[Row]]
"""For each predicate that the page speaks of, what it holds for, sorted."""

Ground = tuple[str, ...]
"""A fact: the name of its predicate and what it is about."""


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


class Instances(Sequence[Instance]):
    """The instances behind the rules of a program, in its order; each is put together when it is asked for."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._blocks: list[tuple[Rule, Sequence[Row]]] = []
        self._count = 0

    def add(self, rule: Rule, named: Sequence[Row]) -> None:
        """Add a rule for each of some rows of what its variables stand for."""
        if named:
            self._starts.append(self._count)
            self._blocks.append((rule, named))
            self._count += len(named)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    @overload
    def __getitem__(self, number: int) -> Instance: ...
    @overload
    def __getitem__(self, number: slice) -> list[Instance]: ...
    def __getitem__(self, number: int | slice) -> Instance | list[Instance]:
        """Return the instance behind a rule of the program."""
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(self._count))]
        if not 0 <= number < self._count:
            raise IndexError(number)
        block = bisect_right(self._starts, number) - 1
        rule, named = self._blocks[block]
        return Instance(rule, named[number - self._starts[block]])
