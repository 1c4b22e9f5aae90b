from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.choke_points import falls, to_make_unbreakable
from bartizan.engine.completeness import Complete, Stopped, Top
from bartizan.engine.cut_sets import cut_sets
from bartizan.engine.fixpoint import conclude
from bartizan.engine.program import make_program
from tests.engine.small_programs import small


@given(st.integers(0, 100_000))
def test_what_a_control_opens_is_what_follows_with_it_and_not_without(seed: int) -> None:
    case = small(seed)
    before = conclude(case.program, case.base).why.keys()
    result = falls(case.program, case.base, case.controls)
    assert isinstance(result.complete, Complete)
    assert {each.control for each in result.falls} == set(case.controls)
    for each in result.falls:
        after = conclude(case.program, [*case.base, each.control]).why.keys()
        assert each.opens == len(after - before - {each.control})
    assert [each.opens for each in result.falls] == sorted(
        (each.opens for each in result.falls), reverse=True
    )


def test_only_what_matters_is_counted_where_that_is_said() -> None:
    program = make_program([("a", ["x"], 1), ("b", ["a"], 2), ("c", ["y"], 3)])
    number = program.numbers
    result = falls(program, [], [number["x"], number["y"]], among=[number["b"], number["x"]])
    assert [(each.control, each.opens) for each in result.falls] == [(number["x"], 1), (number["y"], 0)]


@given(st.integers(0, 100_000))
def test_when_those_controls_hold_nothing_reaches_the_goal_and_fewer_are_not_enough(seed: int) -> None:
    case = small(seed)
    sets = cut_sets(case.program, case.base, case.controls, case.goal).sets
    result = to_make_unbreakable(sets, top=None)
    assert isinstance(result.complete, Complete)
    if () in sets:
        assert result.sets == ()
        return
    for size in range(len(case.controls) + 1):
        wanted = []
        for chosen in combinations(case.controls, size):
            others = [control for control in case.controls if control not in chosen]
            minimal = not any(set(each) < set(chosen) for each in result.sets)
            if minimal and not case.holds(*others):
                wanted.append(chosen)
        assert sorted(each for each in result.sets if len(each) == size) == wanted


def test_the_cheapest_controls_are_chosen_where_they_have_costs() -> None:
    assert to_make_unbreakable([(1, 2), (1, 3)]).sets == ((1,),)
    assert to_make_unbreakable([(1, 2), (1, 3)], costs={1: 10}).sets == ((2, 3),)
    assert to_make_unbreakable([(1, 2), (1, 3)], costs={1: 10}, top=5).complete == Complete()
    assert to_make_unbreakable([(1, 2), (1, 3)]).complete == Top(1)


def test_there_is_nothing_to_do_when_there_is_no_cut_set() -> None:
    assert to_make_unbreakable([], top=None).sets == ((),)


@pytest.mark.parametrize("budget", [0, 500])
def test_a_budget_that_is_too_small_is_reported(budget: int) -> None:
    many = [(first, 100 + first * second % 37) for first in range(40) for second in range(20)]
    result = to_make_unbreakable(many, top=None, budget=budget)
    assert isinstance(result.complete, Stopped)
    assert isinstance(falls(make_program([("a", ["x"], 1)]), [], [1], budget=0).complete, Stopped)
