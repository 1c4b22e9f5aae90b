from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.completeness import Complete, Stopped, UpToOrder
from bartizan.engine.fixpoint import conclude
from bartizan.engine.labels import blocks, labels
from bartizan.engine.program import make_program
from tests.engine.small_programs import Small, small


def by_trying(case: Small, order: int) -> dict[int, list[tuple[int, ...]]]:
    """For each fact, its minimal sets of up to so many controls."""
    found: dict[int, list[tuple[int, ...]]] = {fact: [] for fact in range(len(case.program.names))}
    for size in range(order + 1):
        for chosen in combinations(case.controls, size):
            for fact in conclude(case.program, [*case.base, *chosen]).why:
                if not any(set(each) <= set(chosen) for each in found[fact]):
                    found[fact].append(chosen)
    return found


@given(st.integers(0, 100_000), st.integers(1, 2))
def test_each_fact_has_the_sets_that_trying_all_of_that_size_finds(seed: int, order: int) -> None:
    case = small(seed)
    result = labels(case.program, case.base, case.controls, order=order)
    assert result.complete == UpToOrder(order) or isinstance(result.complete, Complete)
    assert {fact: list(result.of(fact)) for fact in range(len(case.program.names))} == by_trying(case, order)


def test_pairs_are_found_among_many_controls() -> None:
    case = small(11, controls=60, facts=60)
    result = labels(case.program, case.base, case.controls)
    assert {fact: list(result.of(fact)) for fact in range(len(case.program.names))} == by_trying(case, 2)
    assert sum(len(each) == 2 for sets in result.sets.values() for each in sets) > 20


def test_what_holds_anyway_needs_nothing() -> None:
    program = make_program([("a", ["x"], 1)])
    assert labels(program, [program.numbers["x"]], []).of(program.numbers["a"]) == ((),)


def test_two_controls_are_all_there_is_to_try() -> None:
    program = make_program([("a", ["x", "y"], 1)])
    number = program.numbers
    result = labels(program, [], [number["x"], number["y"]])
    assert isinstance(result.complete, Complete)
    assert result.of(number["a"]) == ((number["x"], number["y"]),)


@pytest.mark.parametrize("count", [0, 1, 2, 7, 300])
def test_each_pair_stands_in_one_lane_of_one_block(count: int) -> None:
    pairs = []
    for block in blocks(count):
        for lane in range(block.width):
            pair = block.pair(lane)
            pairs.append(pair)
            if count < 10:
                holders = [variable for variable, mask in enumerate(block.masks) if mask >> lane & 1]
                assert tuple(holders) == pair
    assert sorted(pairs) == list(combinations(range(count), 2))


def test_pairs_are_right_when_they_do_not_fit_one_block() -> None:
    count = 400
    rules = [(f"goal{number}", [f"c{number}", f"c{(7 * number + 3) % count}"], 1) for number in range(count)]
    program = make_program(rules, [f"c{number}" for number in range(count)])
    assert len(list(blocks(count))) > 1
    result = labels(program, [], range(count))
    for number in range(count):
        wanted = tuple(sorted({number, (7 * number + 3) % count}))
        assert result.of(program.numbers[f"goal{number}"]) == (wanted,)


@pytest.mark.parametrize("budget", [0, 10, 300, 2_000])
def test_a_budget_that_is_too_small_is_reported_and_what_is_said_is_right(budget: int) -> None:
    case = small(11, controls=60, facts=60)
    short = labels(case.program, case.base, case.controls, budget=budget)
    whole = labels(case.program, case.base, case.controls)
    assert isinstance(short.complete, Stopped)
    for fact, sets in short.sets.items():
        assert set(sets) <= set(whole.of(fact))
    if short.complete.order == 1:
        assert all(
            [each for each in whole.of(fact) if len(each) == 1] == list(short.sets.get(fact, ()))
            for fact in whole.sets
        )
