from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.budget import Budget
from bartizan.engine.completeness import Stopped
from bartizan.engine.cut_sets import cut_sets
from bartizan.engine.fixpoint import conclude
from bartizan.engine.goal_slice import goal_slice
from bartizan.engine.lanes import bits
from bartizan.engine.one_set import one_set
from bartizan.engine.program import make_program
from bartizan.engine.residual import residual
from tests.engine.small_programs import Small, small

PLENTY = 10_000_000


def one_of(case: Small, costs: dict[int, float] | None = None, steps: int = PLENTY) -> tuple[int, ...] | None:
    """The facts of the one set; nothing where there is no question, or not enough steps."""
    left = residual(case.program, case.base, case.controls)
    if left.certain[case.goal] or left.places[case.goal] < 0:
        return None
    piece = goal_slice(left, case.goal)
    prices = [(costs or {}).get(fact, 1.0) for fact in piece.variables]
    mask = one_set(piece, prices, Budget(steps))
    return None if mask is None else tuple(piece.variables[each] for each in bits(mask))


def test_the_one_set_is_a_minimal_one_among_those_that_trying_everything_finds() -> None:
    compared = not_the_first = 0
    for seed in range(600):
        case = small(seed)
        found = one_of(case)
        if found is None:
            continue
        every = case.minimal()
        assert tuple(sorted(found)) in every, seed
        compared += 1
        not_the_first += len(found) > len(every[0])
    assert compared > 200
    assert not_the_first < compared // 10


@given(st.integers(0, 10**6), st.lists(st.sampled_from((0.5, 1.0, 3.0)), min_size=8, max_size=8))
def test_it_is_a_minimal_one_whatever_the_controls_cost(seed: int, prices: list[float]) -> None:
    case = small(seed)
    found = one_of(case, dict(zip(case.controls, prices, strict=True)))
    assert found is None or tuple(sorted(found)) in case.minimal()


def test_the_cheaper_way_is_taken() -> None:
    program = make_program([("goal", ["a"], 1), ("goal", ["b", "c"], 1)])
    a, b, c, goal = (program.numbers[each] for each in ("a", "b", "c", "goal"))
    case = Small(program, (), (a, b, c), goal)
    assert one_of(case) == (a,)
    assert set(one_of(case, {a: 5.0}) or ()) == {b, c}


def test_without_enough_steps_there_is_none() -> None:
    program = make_program([("goal", ["a", "b"], 1)])
    a, b, goal = (program.numbers[each] for each in ("a", "b", "goal"))
    assert one_of(Small(program, (), (a, b), goal), steps=1) is None


def test_a_search_that_stops_without_any_gives_one_set_and_says_so() -> None:
    tried = 0
    for seed in range(60):
        case = small(seed, controls=25, facts=60)
        result = cut_sets(case.program, case.base, case.controls, case.goal, top=5, budget=1)
        if not isinstance(result.complete, Stopped):
            continue
        tried += 1
        (found,) = result.sets
        assert case.goal in conclude(case.program, (*case.base, *found))
        for each in found:
            rest = [other for other in found if other != each]
            assert case.goal not in conclude(case.program, (*case.base, *rest))
        assert "one of them, found in " in str(result.complete)
        assert str(result.complete).endswith("maybe not the cheapest")
        none = cut_sets(
            case.program, case.base, case.controls, case.goal, top=5, order=len(found) - 1, budget=1
        )
        assert not none.sets
    assert tried > 20
