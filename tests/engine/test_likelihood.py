from __future__ import annotations

from itertools import product
from math import inf, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.all_subsets import column_of, probability
from bartizan.engine.budget import Budget
from bartizan.engine.common_cause import common_cause
from bartizan.engine.completeness import Complete, Stopped
from bartizan.engine.goal_slice import goal_slice
from bartizan.engine.likelihood import between, likelihood
from bartizan.engine.program import make_program
from bartizan.engine.residual import residual
from tests.engine.small_programs import Small, small


def by_trying(case: Small, chances: dict[int, float]) -> float:
    """How likely the goal is: the sum over all combinations."""
    total = 0.0
    for fallen in product((False, True), repeat=len(case.controls)):
        chosen = [control for control, falls in zip(case.controls, fallen, strict=True) if falls]
        if case.holds(*chosen):
            total += prod(
                chances[control] if falls else 1 - chances[control]
                for control, falls in zip(case.controls, fallen, strict=True)
            )
    return total


def some_chances(case: Small, seed: int) -> dict[int, float]:
    return {control: ((control + 1) * (seed % 97 + 3) % 101) / 101 for control in case.controls}


def test_the_likelihood_is_that_of_all_combinations_added_up() -> None:
    between = 0
    for seed in range(120):
        case = small(seed, controls=7)
        chances = some_chances(case, seed)
        result = likelihood(case.program, case.base, chances, case.goal)
        assert isinstance(result.complete, Complete)
        assert result.at_least == result.at_most == pytest.approx(by_trying(case, chances), abs=1e-12)
        between += 0.01 < result.at_least < 0.99
    assert between > 20


def test_columns_of_all_combinations_give_the_same_likelihood() -> None:
    compared = 0
    for seed in range(200):
        case = small(seed, controls=5 + seed % 9)
        left = residual(case.program, case.base, case.controls)
        if left.certain[case.goal] or left.places[case.goal] < 0:
            continue
        piece = goal_slice(left, case.goal)
        column, _ = column_of(piece, 10**9)
        assert column is not None
        chances = some_chances(case, seed)
        drawn = likelihood(case.program, case.base, chances, case.goal).at_least
        assert probability(column, [chances[fact] for fact in piece.variables]) == pytest.approx(
            drawn, abs=1e-12
        )
        compared += 1
    assert compared > 80


@given(st.integers(0, 100_000))
def test_importance_is_what_changes_when_a_control_falls_or_stands_for_certain(seed: int) -> None:
    case = small(seed, controls=6)
    chances = some_chances(case, seed)
    result = likelihood(case.program, case.base, chances, case.goal)
    for each in result.importance:
        fallen = likelihood(case.program, case.base, chances | {each.control: 1.0}, case.goal).at_least
        standing = likelihood(case.program, case.base, chances | {each.control: 0.0}, case.goal).at_least
        assert each.birnbaum == pytest.approx(fallen - standing, abs=1e-12)
        assert each.fussell_vesely == pytest.approx(1 - standing / result.at_least, abs=1e-9)
        assert each.achievement == pytest.approx(fallen / result.at_least)
        assert each.reduction == (pytest.approx(result.at_least / standing) if standing else inf)
        assert each.birnbaum >= -1e-12, "a control never helps the attacker"


def test_the_sum_over_cut_sets_is_never_given_out_as_the_likelihood() -> None:
    program = make_program([("goal", [name], 1) for name in "abc"])
    number = program.numbers
    result = likelihood(program, [], {number[name]: 0.5 for name in "abc"}, number["goal"])
    assert result.at_least == 0.875


def test_a_control_that_is_in_every_cut_set_carries_everything() -> None:
    program = make_program([("goal", ["all", "a"], 1), ("goal", ["all", "b"], 2)])
    number = program.numbers
    result = likelihood(program, [], {number["all"]: 0.1, number["a"]: 0.3, number["b"]: 0.2}, number["goal"])
    first = result.importance[0]
    assert first.control == number["all"]
    assert (first.fussell_vesely, first.reduction) == (1.0, inf)


def test_what_has_a_common_cause_falls_together() -> None:
    program = make_program([("goal", ["a", "b"], 1), *common_cause("flood", ["a", "b"], "site")])
    number = program.numbers
    chances = {number["a"]: 0.1, number["b"]: 0.1, number["flood"]: 0.05}
    result = likelihood(program, [], chances, number["goal"])
    assert result.at_least == pytest.approx(0.05 + 0.95 * 0.01)
    assert result.importance[0].control == number["flood"]


def test_what_falls_for_certain_and_what_never_does_need_no_diagram() -> None:
    program = make_program([("goal", ["a"], 1), ("never", ["nowhere"], 2)])
    number = program.numbers
    assert likelihood(program, [], {number["a"]: 1.0}, number["goal"]).at_least == 1
    assert likelihood(program, [], {number["a"]: 1.0}, number["never"]).at_most == 0
    assert likelihood(program, [], {number["a"]: 0.0}, number["goal"]).at_most == 0


def test_a_budget_of_nothing_says_only_that_it_lies_between_0_and_1() -> None:
    program = make_program([("goal", ["a"], 1)])
    result = likelihood(program, [], {program.numbers["a"]: 0.5}, program.numbers["goal"], budget=0)
    assert (result.at_least, result.at_most) == (0, 1)
    assert isinstance(result.complete, Stopped)


@pytest.mark.parametrize("budget", [200, 2_000, 10_000])
def test_a_budget_that_is_too_small_gives_a_range_that_holds_the_likelihood(budget: int) -> None:
    stopped = narrower = 0
    for seed in range(40):
        case = small(seed, controls=14, facts=50)
        chances = some_chances(case, seed)
        short = likelihood(case.program, case.base, chances, case.goal, budget=budget)
        whole = likelihood(case.program, case.base, chances, case.goal, budget=10**7)
        assert isinstance(whole.complete, Complete)
        assert short.at_least <= whole.at_least + 1e-12
        assert short.at_most >= whole.at_most - 1e-12
        stopped += isinstance(short.complete, Stopped)
        narrower += isinstance(short.complete, Stopped) and short.at_most - short.at_least < 1
    assert stopped
    assert narrower or budget < 2_000


def test_when_no_diagram_fits_all_combinations_or_all_cut_sets_are_exact_too() -> None:
    ways = 0
    for seed in range(60):
        case = small(seed, controls=14, facts=50)
        chances = some_chances(case, seed)
        left = residual(case.program, case.base, case.controls)
        if left.certain[case.goal] or left.places[case.goal] < 0:
            continue
        piece = goal_slice(left, case.goal)
        of_variable = [chances[fact] for fact in piece.variables]
        exact = likelihood(case.program, case.base, chances, case.goal).at_least
        found = between(piece, case.goal, of_variable, 10**7, Budget(10**7))
        if isinstance(found.complete, Complete):
            assert found.at_least == found.at_most == pytest.approx(exact, abs=1e-12)
            ways += 1
    assert ways > 20
