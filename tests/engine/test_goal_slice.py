from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.all_subsets import column_of, columns, smallest
from bartizan.engine.goal_slice import GoalSlice, goal_slice
from bartizan.engine.program import make_program
from bartizan.engine.residual import residual
from tests.engine.small_programs import Small, small


def slice_of(case: Small) -> GoalSlice | None:
    left = residual(case.program, case.base, case.controls)
    return goal_slice(left, case.goal) if left.places[case.goal] >= 0 else None


@given(st.integers(0, 100_000))
def test_a_slice_decides_the_goal_as_the_whole_program_does(seed: int) -> None:
    case = small(seed)
    piece = slice_of(case)
    if piece is None:
        return
    column, _ = column_of(piece, 10**7)
    assert column is not None
    for size in range(4):
        for chosen in combinations(case.controls, size):
            bits = sum(1 << number for number, fact in enumerate(piece.variables) if fact in chosen)
            assert (column >> bits & 1) == case.holds(*chosen)


@given(st.integers(0, 100_000))
def test_what_is_not_among_the_variables_makes_no_difference(seed: int) -> None:
    case = small(seed)
    piece = slice_of(case)
    if piece is None:
        return
    idle = [control for control in case.controls if control not in piece.variables]
    for size in range(3):
        for chosen in combinations(piece.variables, size):
            assert case.holds(*chosen) == case.holds(*chosen, *idle)


def test_what_needs_each_other_one_by_one_becomes_one_place() -> None:
    ring = [(f"p{number}", [f"p{(number + 1) % 50}"], 1) for number in range(50)]
    program = make_program([*ring, ("p7", ["a", "b"], 2), ("goal", ["p33"], 3), ("goal", ["b", "c"], 4)])
    controls = [program.numbers[name] for name in "abc"]
    piece = goal_slice(residual(program, [], controls), program.numbers["goal"])
    assert len(piece.equations.alone) == 5
    assert piece.acyclic


def test_a_goal_that_stands_for_one_control_is_that_control() -> None:
    program = make_program([("goal", ["x"], 1), ("x", ["a"], 2), ("x", ["goal", "b"], 3)])
    controls = [program.numbers[name] for name in "ab"]
    piece = goal_slice(residual(program, [], controls), program.numbers["goal"])
    assert piece.variables == (program.numbers["a"],)
    assert piece.goal == 0


def test_minimal_combinations_are_those_from_which_nothing_can_be_left_out() -> None:
    for count in range(6):
        patterns = columns(count)
        assert [[pattern >> each & 1 for pattern in patterns] for each in range(1 << count)] == [
            [each >> variable & 1 for variable in range(count)] for each in range(1 << count)
        ]
    four = columns(4)
    assert sorted(smallest(four[0] & four[1] | four[2], 4)) == [0b0011, 0b0100]
    assert list(smallest(0, 4)) == []
    assert list(smallest((1 << 16) - 1, 4)) == [0]


def test_more_variables_than_are_taken_at_once_give_the_same_column() -> None:
    compared = 0
    for seed in range(300):
        case = small(seed, controls=18, facts=30)
        piece = slice_of(case)
        if piece is None or len(piece.variables) < 17:
            continue
        column, left = column_of(piece, 10**8)
        assert column is not None
        assert 0 < left < 10**8
        for mask in smallest(column, len(piece.variables)):
            chosen = [fact for number, fact in enumerate(piece.variables) if mask >> number & 1]
            assert case.holds(*chosen)
            assert not any(case.holds(*(each for each in chosen if each != one)) for one in chosen)
        compared += 1
    assert compared > 10


def test_too_small_a_budget_gives_no_column() -> None:
    case = next(case for case in map(small, range(100)) if slice_of(case) is not None)
    piece = slice_of(case)
    assert piece is not None
    assert column_of(piece, 0)[0] is None or piece.equations.size == 0
