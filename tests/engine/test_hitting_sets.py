from __future__ import annotations

import random
from itertools import combinations
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.budget import Budget
from bartizan.engine.hitting_sets import hitting_sets

CONFLICTS = st.lists(st.integers(1, 2**8 - 1), max_size=8)


def by_trying(conflicts: list[int], count: int) -> list[int]:
    found: list[int] = []
    for size in range(count + 1):
        for chosen in combinations(range(count), size):
            mask = sum(1 << each for each in chosen)
            if all(mask & each for each in conflicts) and not any(each & mask == each for each in found):
                found.append(mask)
    return found


def missed_among(conflicts: list[int], seed: int) -> object:
    chance = random.Random(seed)  # noqa: S311

    def missed_by(chosen: int) -> int | None:
        missed = [each for each in conflicts if not each & chosen]
        return chance.choice(missed) if missed else None

    return missed_by


@given(CONFLICTS, st.integers(0, 100), st.lists(st.integers(1, 5), min_size=8, max_size=8))
def test_all_minimal_hitting_sets_come_cheapest_first(
    conflicts: list[int], seed: int, costs: list[int]
) -> None:
    search = hitting_sets(costs, missed_among(conflicts, seed), Budget(10**7))  # type: ignore[arg-type]
    assert search.below == inf
    assert sorted(search.found) == sorted(by_trying(conflicts, 8))
    prices = [sum(cost for element, cost in enumerate(costs) if mask >> element & 1) for mask in search.found]
    assert prices == sorted(prices)


@given(CONFLICTS, st.integers(0, 100), st.integers(0, 4))
def test_sets_above_a_size_are_left_aside_and_that_is_said(
    conflicts: list[int], seed: int, largest: int
) -> None:
    every = by_trying(conflicts, 8)
    search = hitting_sets([1.0] * 8, missed_among(conflicts, seed), Budget(10**7), largest=largest)  # type: ignore[arg-type]
    assert sorted(search.found) == sorted(mask for mask in every if mask.bit_count() <= largest)
    assert search.too_large or len(search.found) == len(every)


@given(CONFLICTS, st.integers(0, 100), st.integers(0, 5))
def test_what_is_known_is_not_found_again(conflicts: list[int], seed: int, known: int) -> None:
    every = sorted(by_trying(conflicts, 8), key=lambda mask: (mask.bit_count(), mask))
    search = hitting_sets(
        [1.0] * 8,
        missed_among(conflicts, seed),  # type: ignore[arg-type]
        Budget(10**7),
        known=every[:known],
        conflicts=conflicts[:1],
    )
    assert sorted(search.found) == sorted(every[known:])


@given(CONFLICTS, st.integers(0, 100), st.integers(1, 3000))
def test_when_the_budget_runs_out_nothing_cheaper_is_missing(
    conflicts: list[int], seed: int, budget: int
) -> None:
    search = hitting_sets([1.0] * 8, missed_among(conflicts, seed), Budget(budget))  # type: ignore[arg-type]
    every = by_trying(conflicts, 8)
    assert set(search.found) <= set(every)
    assert {mask for mask in every if mask.bit_count() < search.below} <= set(search.found)
