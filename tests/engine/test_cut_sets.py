from __future__ import annotations

import dataclasses
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.budget import Budget
from bartizan.engine.completeness import Complete, Stopped, Top, UpToOrder
from bartizan.engine.cut_sets import (
    Found,
    Question,
    Start,
    answer,
    by_all_combinations,
    by_diagram,
    by_hitting_sets,
    by_size,
    cut_sets,
    finished_by_size,
)
from bartizan.engine.fixpoint import conclude
from bartizan.engine.goal_slice import goal_slice
from bartizan.engine.program import Program, make_program
from bartizan.engine.residual import residual
from tests.engine.small_programs import Small, small, tree_like

PLENTY = 10_000_000


def question(case: Small, *, top: float = inf, largest: float = inf) -> Question | None:
    """The question that the façade would ask, where there is one."""
    left = residual(case.program, case.base, case.controls)
    if left.certain[case.goal] or left.places[case.goal] < 0:
        return None
    piece = goal_slice(left, case.goal)
    return Question(piece, [1.0] * len(piece.variables), top, largest, Budget(PLENTY))


def found_by_size(asked: Question) -> Found:
    return finished_by_size(asked, by_size(asked))


WAYS = {
    "all combinations": by_all_combinations,
    "hitting sets": lambda asked: by_hitting_sets(asked, Start()),
    "all sets of a size": found_by_size,
    "diagram": by_diagram,
}


def ordered(sets: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    return sorted(sets, key=lambda each: (len(each), each))


@pytest.mark.parametrize("way", WAYS)
def test_each_way_finds_what_trying_everything_finds(way: str) -> None:
    compared = many = 0
    for seed in range(600):
        case = small(seed)
        asked = question(case)
        if asked is None:
            continue
        found = WAYS[way](asked)
        assert found is not None
        assert isinstance(found.more, Complete)
        result = answer(asked, found, case.goal, None)
        assert list(result.sets) == ordered(case.minimal()), seed
        assert result.total == len(result.sets)
        compared += 1
        many += len(result.sets) > 2
    assert compared > 200
    assert many > 60


@pytest.mark.parametrize("way", WAYS)
def test_each_way_finds_the_same_in_larger_programs(way: str) -> None:
    most = 0
    for seed in range(40):
        case = small(seed, controls=15, facts=40)
        one, other = question(case), question(case)
        if one is None or other is None:
            continue
        found, all_ = WAYS[way](one), by_all_combinations(other)
        assert found is not None
        assert all_ is not None
        assert sorted(found.masks) == sorted(all_.masks), seed
        most = max(most, len(found.masks))
    assert most > 10


@given(st.integers(0, 100_000), st.booleans())
def test_the_answer_is_right_whatever_way_was_taken(seed: int, circles: bool) -> None:
    case = small(seed, circles=circles)
    result = cut_sets(case.program, case.base, case.controls, case.goal)
    assert isinstance(result.complete, Complete)
    assert list(result.sets) == ordered(case.minimal())
    assert result.vacuous == (not case.holds(*case.controls))
    assert set(result.matters) >= {control for each in result.sets for control in each}
    assert result.depth == min(map(len, result.sets), default=None)


@given(st.integers(0, 100_000))
def test_each_set_reaches_the_goal_and_none_of_its_parts_does(seed: int) -> None:
    case = small(seed, controls=20, facts=60)
    result = cut_sets(case.program, case.base, case.controls, case.goal, top=12)
    for each in result.sets:
        assert case.holds(*each)
        assert not any(case.holds(*(one for one in each if one != left_out)) for left_out in each)


@given(st.integers(0, 100_000), st.integers(1, 1000))
def test_the_order_of_rules_makes_no_difference_to_the_answer(seed: int, shuffle: int) -> None:
    for circles in (True, False):
        one = small(seed, controls=16, facts=30, circles=circles)
        other = small(seed, controls=16, facts=30, circles=circles, shuffle=shuffle)
        for top, order in ((None, None), (5, None), (None, 2), (3, 3)):
            first = cut_sets(one.program, one.base, one.controls, one.goal, top=top, order=order)
            second = cut_sets(other.program, other.base, other.controls, other.goal, top=top, order=order)
            assert (first.sets, first.complete, first.matters) == (
                second.sets,
                second.complete,
                second.matters,
            )


@given(st.integers(0, 100_000), st.integers(1, 6))
def test_the_first_few_are_the_smallest_and_say_whether_there_are_more(seed: int, top: int) -> None:
    case = small(seed)
    all_ = ordered(case.minimal())
    result = cut_sets(case.program, case.base, case.controls, case.goal, top=top)
    assert list(map(len, result.sets)) == list(map(len, all_))[:top]
    assert set(result.sets) <= set(all_)
    if len(all_) > top:
        assert result.complete == Top(top)
    else:
        assert isinstance(result.complete, Complete | Top)
        assert list(result.sets) == all_


@given(st.integers(0, 100_000), st.integers(1, 3))
def test_up_to_an_order_there_are_all_and_nothing_larger(seed: int, order: int) -> None:
    case = small(seed, controls=14, facts=30)
    result = cut_sets(case.program, case.base, case.controls, case.goal, order=order)
    every = cut_sets(case.program, case.base, case.controls, case.goal)
    assert result.sets == tuple(each for each in every.sets if len(each) <= order)
    if len(result.sets) < len(every.sets):
        assert result.complete == UpToOrder(order)


@given(st.integers(0, 100_000), st.integers(1, 1000), st.integers(1, 5))
def test_the_cheapest_come_first_when_controls_have_costs(seed: int, prices: int, top: int) -> None:
    case = small(seed)
    costs = {control: 1 + prices * (control + 3) % 7 for control in case.controls}
    all_ = sorted((sum(costs[each] for each in chosen), len(chosen), chosen) for chosen in case.minimal())
    result = cut_sets(case.program, case.base, case.controls, case.goal, top=top, costs=costs)
    assert [sum(costs[each] for each in chosen) for chosen in result.sets] == [cost for cost, *_ in all_][
        :top
    ]
    asked = question(case, top=top)
    if asked is not None:
        weighted = Question(
            asked.piece, [costs[fact] for fact in asked.piece.variables], top, inf, Budget(PLENTY)
        )
        searched = answer(weighted, by_hitting_sets(weighted, Start()), case.goal, top)
        assert [sum(costs[each] for each in chosen) for chosen in searched.sets] == [
            cost for cost, *_ in all_
        ][:top]


def test_the_cheapest_of_many_are_found_without_listing_them_all() -> None:
    ways = set()
    compared = 0
    for seed in range(60):
        case = small(seed, controls=16, facts=40)
        costs = {control: 1 + (seed + 7 * control) % 11 for control in case.controls}
        every = cut_sets(case.program, case.base, case.controls, case.goal)
        assert isinstance(every.complete, Complete)
        prices = sorted(sum(costs[each] for each in chosen) for chosen in every.sets)
        for top in (1, 4):
            for order in (None, 3):
                some = [
                    sum(costs[each] for each in chosen)
                    for chosen in every.sets
                    if not order or len(chosen) <= order
                ]
                result = cut_sets(
                    case.program, case.base, case.controls, case.goal, top=top, order=order, costs=costs
                )
                ways.add(result.way)
                found = [sum(costs[each] for each in chosen) for chosen in result.sets]
                assert found == sorted(some)[:top], (seed, top, order)
                compared += len(prices) > top
    assert compared > 30
    assert "all sets of a size" in ways


def test_the_order_up_to_which_a_stopped_search_claims_to_be_complete_is_right() -> None:
    claims = 0
    for seed in range(40):
        case = small(seed, controls=12, facts=40)
        asked = question(case)
        if asked is None:
            continue
        every = by_all_combinations(asked)
        assert every is not None
        for budget in (100, 300, 600, 1_000, 2_000, 4_000, 8_000, 16_000):
            found = by_hitting_sets(dataclasses.replace(asked, budget=Budget(budget)), Start())
            if isinstance(found.more, Stopped):
                assert found.more.order is not None
                sure = {mask for mask in every.masks if mask.bit_count() <= found.more.order}
                assert sure <= set(found.masks) <= set(every.masks)
                claims += bool(sure)
            else:
                assert set(found.masks) == set(every.masks)
    assert claims > 20


def test_what_costs_nothing_counts_as_fallen() -> None:
    program = make_program([("goal", ["a", "b"], 1)])
    number = program.numbers
    result = cut_sets(
        program, [], [number["a"], number["b"]], number["goal"], costs={number["a"]: 0, number["b"]: 5}
    )
    assert result.sets == ((number["b"],),)


def test_what_nothing_reaches_is_called_vacuous_and_not_safe() -> None:
    program = make_program([("goal", ["a", "nowhere"], 1)], ["other"])
    number = program.numbers
    result = cut_sets(program, [], [number["a"]], number["goal"])
    assert result.vacuous
    assert result.sets == ()
    assert result.depth is None


def test_what_holds_anyway_has_the_empty_set() -> None:
    program = make_program([("goal", ["a"], 1)])
    number = program.numbers
    result = cut_sets(program, [number["a"]], [number["a"]], number["goal"])
    assert (result.sets, result.depth, result.vacuous) == (((),), 0, False)


def test_a_control_that_follows_from_another_one_is_no_surprise() -> None:
    program = make_program([("b", ["a"], 1), ("goal", ["b"], 2), ("a", ["c", "goal"], 3)])
    number = program.numbers
    controls = [number["a"], number["b"], number["c"]]
    result = cut_sets(program, [], controls, number["goal"])
    assert result.sets == tuple(sorted([(number["a"],), (number["b"],)]))


@pytest.mark.parametrize("top", [None, 1])
def test_a_budget_of_nothing_is_stopped_and_neither_no_path_nor_vacuous(top: int | None) -> None:
    for rules in ([("goal", ["a"], 1)], [("goal", ["a", "nowhere"], 1)]):
        program = make_program(rules)
        number = program.numbers
        result = cut_sets(program, [], [number["a"]], number["goal"], top=top, budget=0)
        assert isinstance(result.complete, Stopped)
        assert not result.vacuous
        assert result.total is None


def parity(count: int) -> tuple[Program, list[int], int]:
    """A goal for which an odd number of pairs must differ, as well as that can be said without *not*: very many sets."""
    rules: list[tuple[str, list[str], object]] = [("odd0", ["a0"], 1), ("even0", ["b0"], 1)]
    for number in range(1, count):
        before = number - 1
        rules += [
            (f"odd{number}", [f"odd{before}", f"b{number}"], 1),
            (f"odd{number}", [f"even{before}", f"a{number}"], 1),
            (f"even{number}", [f"odd{before}", f"a{number}"], 1),
            (f"even{number}", [f"even{before}", f"b{number}"], 1),
            (f"even{before}", [f"odd{number}", f"even{number}"], 1),  # a circle, so that no diagram is drawn
        ]
    program = make_program(rules)
    controls = [program.numbers[f"{side}{number}"] for number in range(count) for side in "ab"]
    return program, controls, program.numbers[f"odd{count - 1}"]


@pytest.mark.parametrize("count", [30, 300])
@pytest.mark.parametrize("top", [None, 20])
def test_a_question_with_too_many_answers_is_stopped_within_its_budget(count: int, top: int | None) -> None:
    program, controls, goal = parity(count)
    result = cut_sets(program, [], controls, goal, top=top, budget=300_000)
    assert isinstance(result.complete, Stopped)
    assert not result.vacuous
    assert "stopped" in str(result.complete)
    for each in result.sets:
        assert goal in conclude(program, each)


def test_sets_found_before_the_budget_ran_out_are_right_and_none_of_a_smaller_size_is_missing() -> None:
    stopped = 0
    for seed in (0, 6, 7, 9, 10, 11, 17):
        case = small(seed, controls=25, facts=60)
        whole = cut_sets(case.program, case.base, case.controls, case.goal)
        for budget in (300, 3_000, 30_000):
            short = cut_sets(case.program, case.base, case.controls, case.goal, top=10**6, budget=budget)
            assert set(short.sets) <= set(whole.sets) or isinstance(whole.complete, Stopped)
            if isinstance(short.complete, Stopped) and short.complete.order:
                stopped += 1
                sure = [each for each in whole.sets if len(each) <= short.complete.order]
                assert [each for each in short.sets if len(each) <= short.complete.order] == sure
    assert stopped > 3


def test_a_goal_at_the_end_of_a_long_chain_is_found() -> None:
    length = 100_000
    program = Program(range(length + 1), list(range(1, length + 1)), [(each,) for each in range(length)])
    result = cut_sets(program, [], [0, length // 2], length)
    assert result.sets == ((0,), (length // 2,))


def test_a_goal_in_a_giant_circle_is_found() -> None:
    length = 100_000
    rules = [(each, (each + 1) % length) for each in range(length)]
    heads = [head for _, head in rules]
    bodies = [(body,) for body, _ in rules]
    program = Program(range(length), heads, bodies)
    result = cut_sets(program, [], [5, 50_000], 77_777)
    assert result.sets == ((5,), (50_000,))
    assert isinstance(result.complete, Complete)


def test_a_slice_with_hundreds_of_controls_without_circles_is_counted_by_a_diagram() -> None:
    rules: list[tuple[str, list[str], object]] = []
    for number in range(150):
        rules += [(f"part{number}", [f"a{number}"], 1), (f"part{number}", [f"b{number}"], 1)]
    rules.append(("goal", [f"part{number}" for number in range(150)], 1))
    program = make_program(rules)
    controls = [program.numbers[f"{side}{number}"] for number in range(150) for side in "ab"]
    result = cut_sets(program, [], controls, program.numbers["goal"], top=5)
    assert result.way == "diagram"
    assert result.total == 2**150
    assert result.complete == Top(5)
    assert [len(each) for each in result.sets] == [150] * 5


def test_diagrams_and_hitting_sets_agree_on_trees() -> None:
    most = 0
    for seed in range(60):
        case = tree_like(seed, events=12, layers=4)
        result = cut_sets(case.program, (), case.controls, case.goal)
        assert list(result.sets) == ordered(case.minimal())
        most = max(most, len(result.sets))
        asked, other = question(case), question(case)
        assert asked is not None
        assert other is not None
        drawn = by_diagram(asked)
        assert drawn is not None
        assert sorted(drawn.masks) == sorted(by_hitting_sets(other, Start()).masks)
    assert most > 8
