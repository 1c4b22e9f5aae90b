from __future__ import annotations

from bartizan.engine.common_cause import common_cause
from bartizan.engine.cut_sets import cut_sets
from bartizan.engine.fixpoint import conclude
from bartizan.engine.graded import graded
from bartizan.engine.program import make_program

LEVELS = ["weakened", "broken", "gone"]
STEPS = ["step 1", "step 2", "step 3"]
PROGRAM = make_program(
    [
        *graded(LEVELS, STEPS, "the cipher"),
        ("guessed", ["weakened", "much traffic"], 1),
        ("read", ["broken"], 2),
        ("forged", ["gone"], 3),
        ("read", ["guessed"], 4),
    ]
)


def test_what_has_fallen_far_has_also_fallen_a_little() -> None:
    number = PROGRAM.numbers
    model = conclude(PROGRAM, [number["gone"]])
    assert number["weakened"] in model
    assert number["broken"] in model
    assert number["gone"] not in conclude(PROGRAM, [number["broken"]])


def test_a_cut_set_lets_nothing_fall_further_than_it_must() -> None:
    number = PROGRAM.numbers
    controls = [*(number[step] for step in STEPS), number["much traffic"]]
    result = cut_sets(PROGRAM, [], controls, number["read"])
    named = [{PROGRAM.names[fact] for fact in each} for each in result.sets]
    assert len(named) == 2
    assert {"step 1", "step 2"} in named
    assert {"step 1", "much traffic"} in named
    assert len(cut_sets(PROGRAM, [], controls, number["forged"]).sets[0]) == 3


def test_one_cause_lets_all_its_members_come_true() -> None:
    program = make_program(common_cause("fire", ["a", "b"], "the room"))
    model = conclude(program, [program.numbers["fire"]])
    assert {program.names[fact] for fact in model.why} == {"fire", "a", "b"}
