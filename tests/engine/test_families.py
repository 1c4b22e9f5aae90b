from __future__ import annotations

from itertools import combinations
from math import inf

from hypothesis import example, given
from hypothesis import strategies as st

from bartizan.engine.budget import Budget
from bartizan.engine.families import EMPTY_SET, NONE, Families

SETS = st.lists(st.frozensets(st.integers(0, 5)), max_size=8)
Sets = set[frozenset[int]]


def minimal(sets: list[frozenset[int]]) -> Sets:
    return {each for each in sets if not any(other < each for other in sets)}


def family(families: Families, sets: Sets, level: int = 0) -> int:
    if not sets:
        return NONE
    if sets == {frozenset()}:
        return EMPTY_SET
    low = {each for each in sets if level not in each}
    high = {each - {level} for each in sets if level in each}
    return families.node(level, family(families, low, level + 1), family(families, high, level + 1))


def listed(families: Families, root: int) -> Sets:
    return {frozenset(each) for each in families.cheapest(root, [1.0] * 6)}


@given(SETS, SETS)
@example([frozenset({0, 1})], [frozenset({0, 2}), frozenset({1})])
def test_without_leaves_the_sets_that_hold_no_set_of_the_other_family(
    one: list[frozenset[int]], other: list[frozenset[int]]
) -> None:
    families = Families(Budget(10**6))
    left, right = minimal(one), minimal(other)
    result = families.without(family(families, left), family(families, right))
    assert listed(families, result) == {each for each in left if not any(small <= each for small in right)}


@given(SETS)
def test_sets_are_counted_by_size(sets: list[frozenset[int]]) -> None:
    families = Families(Budget(10**6))
    counts = families.count_by_size(family(families, set(sets)))
    assert counts == [sum(len(each) == size for each in set(sets)) for size in range(len(counts))]
    assert sum(counts) == len(set(sets))


@given(SETS, st.lists(st.integers(1, 9), min_size=6, max_size=6), st.integers(0, 6) | st.just(inf))
def test_the_cheapest_sets_come_first_and_none_that_is_too_large(
    sets: list[frozenset[int]], costs: list[int], largest: float
) -> None:
    families = Families(Budget(10**6))
    shown = list(families.cheapest(family(families, set(sets)), costs, largest))
    assert sorted(shown) == sorted(tuple(sorted(each)) for each in set(sets) if len(each) <= largest)
    prices = [sum(costs[level] for level in each) for each in shown]
    assert prices == sorted(prices)


def test_the_sets_of_two_among_many_are_as_many_as_there_are() -> None:
    families = Families(Budget(10**6))
    pairs = {frozenset(pair) for pair in combinations(range(40), 2)}
    assert families.count_by_size(family(families, pairs)) == [0, 0, 780]
