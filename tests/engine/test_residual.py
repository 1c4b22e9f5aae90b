"""What is certain before anything is added, and what is left to decide."""

from __future__ import annotations

from bartizan.engine.lanes import sweep
from bartizan.engine.program import make_program
from bartizan.engine.residual import residual


def test_what_a_rule_without_premises_concludes_is_certain_with_all_that_follows() -> None:
    program = make_program([("always", [], 1), ("then", ["always"], 2), ("goal", ["then", "x"], 3)])
    number = program.numbers
    left = residual(program, [], [number["x"]])
    assert [name for name, fact in number.items() if left.certain[fact]] == ["always", "then"]
    assert [program.names[fact] for fact in left.facts] == ["x", "goal"]


def test_a_goal_that_needs_such_a_conclusion_is_reached_in_every_scenario_that_adds_the_rest() -> None:
    program = make_program([("always", [], 1), ("goal", ["always", "x"], 2)])
    number = program.numbers
    lanes = sweep(program, [], [[number["x"]], []])
    assert lanes.lanes(number["always"]) == 0b11
    assert lanes.lanes(number["goal"]) == 0b01
