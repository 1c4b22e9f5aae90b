"""What follows, and from how little, is what clingo says of the same ground rules."""

from __future__ import annotations

import pytest

from bartizan.engine.cut_sets import cut_sets
from bartizan.engine.fixpoint import conclude
from bartizan.engine.lanes import sweep
from bench.made_up_program import made_up
from tests.engine.ground_asp import concluded, minimal_sets
from tests.engine.small_programs import small


@pytest.mark.parametrize("circles", [True, False])
def test_the_same_follows(circles: bool) -> None:
    for seed in range(60):
        case = small(seed, circles=circles)
        given = {*case.base, *case.controls[:: 1 + seed % 3]}
        assert concluded(case.program, given) == conclude(case.program, given).why.keys()


@pytest.mark.parametrize("circles", [True, False])
def test_the_minimal_cut_sets_are_the_same(circles: bool) -> None:
    many = 0
    for seed in range(80):
        case = small(seed, controls=12, facts=24, circles=circles)
        ours = cut_sets(case.program, case.base, case.controls, case.goal).sets
        assert minimal_sets(case.program, case.base, case.controls, case.goal) == set(ours), seed
        many += len(ours) > 3
    assert many > 8


def test_the_same_follows_in_a_made_up_service() -> None:
    case = made_up(300, 30, weak=0.1, seed=4)
    scenarios = [case.controls[start : start + 6] for start in range(0, len(case.controls), 3)]
    lanes = sweep(case.program, case.base, scenarios)
    for number, scenario in enumerate(scenarios):
        theirs = concluded(case.program, [*case.base, *scenario])
        assert {fact for fact in range(len(case.program.names)) if lanes.lanes(fact) >> number & 1} == theirs
    assert len(set(lanes.sizes())) > 1


def test_the_minimal_cut_sets_are_the_same_in_a_made_up_service() -> None:
    case = made_up(60, 24, weak=0.2, seed=2)
    compared = 0
    for goal in case.goals:
        ours = cut_sets(case.program, case.base, case.controls, goal)
        if len(ours.matters) < 4:
            continue
        assert minimal_sets(case.program, case.base, case.controls, goal) == set(ours.sets)
        compared += len(ours.sets)
    assert compared > 20
