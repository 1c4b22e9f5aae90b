"""The words of the vocabulary by name: what a rule written as text, or a claim beside an example, may speak of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bartizan.rules.threats import vocabulary
from bartizan.rules.threats.terms import Predicate, Variable


@cache
def predicates() -> Mapping[str, Predicate]:
    """Return every predicate by name: `hears`."""
    found = (each for each in vars(vocabulary).values() if isinstance(each, Predicate))
    return MappingProxyType({each.name: each for each in found})


@cache
def variables() -> Mapping[str, Variable]:
    """Return every variable by name: `interface`."""
    found = (each for each in vars(vocabulary).values() if isinstance(each, Variable))
    return MappingProxyType({each.name: each for each in found})
