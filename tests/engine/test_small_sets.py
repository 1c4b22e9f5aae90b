from __future__ import annotations

from itertools import combinations
from math import comb

import pytest

from bartizan.engine import small_sets
from bartizan.engine.budget import Budget
from bartizan.engine.goal_slice import GoalSlice, goal_slice
from bartizan.engine.lanes import bits
from bartizan.engine.residual import residual
from bartizan.engine.safe_sets import SafeSets
from bartizan.engine.small_sets import choices, few_enough, named, smallest_of_size
from tests.engine.small_programs import Small, small


def slice_of(case: Small) -> GoalSlice | None:
    left = residual(case.program, case.base, case.controls)
    return goal_slice(left, case.goal) if left.places[case.goal] >= 0 else None


@pytest.mark.parametrize(
    ("together", "at_once", "few"),
    [(1 << 14, 4096, 8), (7, 1, 1), (7, 1, 10**6), (1, 10**6, 10**6), (40, 3, 2)],
    ids=["as it is", "named", "in parts", "in parts of one", "after some conflicts"],
)
def test_all_sets_of_each_size_are_found_however_they_are_tried(
    monkeypatch: pytest.MonkeyPatch, together: int, at_once: int, few: int
) -> None:
    monkeypatch.setattr(small_sets, "TOGETHER", together)
    monkeypatch.setattr(small_sets, "FEW_AT_ONCE", at_once)
    monkeypatch.setattr(small_sets, "FEW", few)
    compared = 0
    for seed in range(150):
        case = small(seed, controls=9)
        piece = slice_of(case)
        if piece is None:
            continue
        budget = Budget(10**7)
        safe, conflicts, found = SafeSets(piece, budget), [], []  # type: ignore[var-annotated]
        for size in range(1, len(piece.variables) + 1):
            fresh = smallest_of_size(piece, size, found, safe, conflicts, budget)
            assert fresh is not None
            assert fresh.all
            found += fresh.sets
        facts = [
            tuple(fact for place, fact in enumerate(piece.variables) if mask >> place & 1) for mask in found
        ]
        assert sorted(facts) == sorted(case.minimal()), seed
        compared += len(facts)
    assert compared > 150


@pytest.mark.parametrize("together", [1, 5, small_sets.TOGETHER])
@pytest.mark.parametrize("wanted", [1, 2, 5])
def test_of_so_many_wanted_the_first_ones_are_found(
    monkeypatch: pytest.MonkeyPatch, together: int, wanted: int
) -> None:
    monkeypatch.setattr(small_sets, "TOGETHER", together)
    cut_short = 0
    for seed in range(150):
        case = small(seed, controls=9)
        piece = slice_of(case)
        if piece is None or len(piece.variables) < 2:
            continue
        budget = Budget(10**7)
        safe = SafeSets(piece, budget)
        single = smallest_of_size(piece, 1, [], safe, [], budget)
        assert single
        every = smallest_of_size(piece, 2, single.sets, safe, [], budget)
        some = smallest_of_size(piece, 2, single.sets, safe, [], budget, wanted=wanted)
        assert every
        assert some
        assert (len(some.sets) >= wanted and not some.all) or sorted(some.sets) == sorted(every.sets)
        first, all_ = ([tuple(bits(each)) for each in found.sets] for found in (some, every))
        assert sorted(first)[:wanted] == sorted(all_)[:wanted]
        cut_short += not some.all
    assert cut_short or together > 1


def test_sets_are_numbered_so_that_each_has_its_number() -> None:
    for count in range(9):
        for size in range(5):
            masks = choices(count, size)
            in_order = sorted(combinations(range(count), size), key=lambda each: each[::-1])
            assert [
                tuple(variable for variable in range(count) if masks[variable] >> index & 1)
                for index in range(comb(count, size))
            ] == in_order


def test_a_set_is_named_by_its_highest_variable_and_the_number_of_the_rest() -> None:
    names = [named(highest, index, 3) for highest in range(9) for index in range(comb(highest, 2))]
    assert len(set(names)) == len(names) == comb(9, 3)
    for highest in range(2, 9):
        masks = choices(9, 2)
        for index in range(comb(highest, 2)):
            rest = sum(1 << variable for variable in range(9) if masks[variable] >> index & 1)
            assert named(highest, index, 3) == rest | 1 << highest


def test_too_many_to_tell_apart_is_said_before_it_is_tried() -> None:
    assert few_enough(60, 4)
    assert few_enough(100_000, 1)
    assert not few_enough(100_000, 2)
    assert not few_enough(200, 6)


def test_when_the_budget_runs_out_nothing_is_claimed() -> None:
    piece = next(
        piece for piece in map(slice_of, map(small, range(100))) if piece and len(piece.variables) > 5
    )
    budget = Budget(5)
    assert smallest_of_size(piece, 2, [], SafeSets(piece, budget), [], budget) is None
