from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.completeness import Complete, Stopped
from bartizan.engine.fixpoint import conclude
from bartizan.engine.lanes import bits, column_sums, mask, sweep, sweep_within
from bartizan.engine.program import Program, make_program
from bartizan.engine.residual import residual
from tests.engine.small_programs import small

SCENARIOS = st.lists(st.sets(st.integers(0, 7)), max_size=70)


@given(st.integers(0, 10_000), SCENARIOS)
def test_lanes_say_what_one_fixpoint_after_the_other_says(seed: int, scenarios: list[set[int]]) -> None:
    case = small(seed)
    lanes = sweep(case.program, case.base, scenarios)
    assert isinstance(lanes.complete, Complete)
    before = conclude(case.program, case.base).why.keys()
    for number, scenario in enumerate(scenarios):
        after = conclude(case.program, [*case.base, *scenario]).why.keys()
        for fact in range(len(case.program.names)):
            assert (lanes.lanes(fact) >> number & 1) == (fact in after)
        assert lanes.newly(number) == tuple(sorted(after - before))
    assert lanes.newly_in_each() == [list(lanes.newly(number)) for number in range(len(scenarios))]
    assert lanes.sizes() == [len(lanes.newly(number)) for number in range(len(scenarios))]


def test_many_hundred_scenarios_are_told_apart() -> None:
    chance = random.Random(3)  # noqa: S311
    case = small(5, controls=30, facts=40)
    scenarios = [chance.sample(case.controls, chance.randrange(12)) for _ in range(700)]
    lanes = sweep(case.program, case.base, scenarios)
    assert len(set(lanes.sizes())) > 3
    for number, scenario in enumerate(scenarios):
        after = conclude(case.program, [*case.base, *scenario]).why.keys()
        assert set(lanes.newly(number)) == after - conclude(case.program, case.base).why.keys()


@given(st.integers(0, 10_000), SCENARIOS)
def test_what_is_possible_and_not_used_makes_no_difference(seed: int, scenarios: list[set[int]]) -> None:
    case = small(seed)
    one = sweep(case.program, case.base, scenarios)
    other = sweep_within(residual(case.program, case.base, case.controls), scenarios)
    for fact in range(len(case.program.names)):
        assert one.lanes(fact) == other.lanes(fact)


@given(st.integers(0, 10_000))
def test_what_is_left_to_decide_is_what_holds_in_some_scenario_and_not_in_all(seed: int) -> None:
    case = small(seed)
    left = residual(case.program, case.base, case.controls)
    bottom = conclude(case.program, case.base).why.keys()
    top = conclude(case.program, [*case.base, *case.controls]).why.keys()
    assert {fact for fact in left.facts if fact >= 0} == top - bottom
    assert {fact for fact, holds in enumerate(left.certain) if holds} == bottom
    assert all(left.facts[place] == fact for fact, place in enumerate(left.places) if place >= 0)


def test_only_what_is_asked_for_is_counted() -> None:
    program = make_program([("a", ["x"], 1), ("b", ["a"], 2), ("c", ["y"], 3)])
    number = program.numbers
    lanes = sweep(program, [number["y"]], [[number["x"]], []])
    assert lanes.sizes() == [3, 0]
    assert lanes.sizes(among=[number["b"], number["c"]]) == [1, 0]
    assert lanes.newly_in_each(among=[number["b"], number["c"]]) == [[number["b"]], []]
    assert lanes.lanes(number["c"]) == 0b11


def test_no_scenario_is_fine() -> None:
    program = make_program([("a", ["x"], 1)])
    lanes = sweep(program, [], [])
    assert (lanes.count, lanes.sizes(), lanes.newly_in_each()) == (0, [], [])


def test_a_scenario_may_only_add_what_was_named_as_possible() -> None:
    program = make_program([("a", ["x"], 1), ("b", ["y"], 2)])
    left = residual(program, [], [program.numbers["x"]])
    with pytest.raises(AssertionError):
        sweep_within(left, [[program.numbers["y"]]])


@pytest.mark.parametrize("budget", [0, 1, 5, 20])
def test_a_sweep_that_is_stopped_says_so_and_claims_too_little_at_most(budget: int) -> None:
    case = small(5, controls=30, facts=40)
    scenarios = [[control] for control in case.controls]
    short = sweep(case.program, case.base, scenarios, budget=budget)
    whole = sweep(case.program, case.base, scenarios)
    assert isinstance(short.complete, Stopped)
    assert short.complete.budget == budget
    for fact in range(len(case.program.names)):
        assert short.lanes(fact) & ~whole.lanes(fact) == 0


def test_a_circle_through_a_hundred_thousand_facts_is_gone_round() -> None:
    length = 100_000
    program = Program(
        range(length), [(each + 1) % length for each in range(length)], [(each,) for each in range(length)]
    )
    lanes = sweep(program, [], [[0], [length // 2], []])
    assert lanes.sizes() == [length, length, 0]


def test_a_chain_of_a_million_facts_is_walked() -> None:
    length = 1_000_000
    program = Program(range(length + 1), list(range(1, length + 1)), [(each,) for each in range(length)])
    assert sweep(program, [], [[0], [length - 1]]).sizes() == [length + 1, 2]


@given(st.sets(st.integers(0, 300)))
def test_bits_are_read_back_as_they_were_written(positions: set[int]) -> None:
    assert bits(mask(sorted(positions), 301) if positions else 0) == sorted(positions)


@given(st.lists(st.integers(0, 2**40 - 1), max_size=40))
def test_columns_are_added_up(rows: list[int]) -> None:
    assert column_sums(rows, 40) == [sum(row >> position & 1 for row in rows) for position in range(40)]
