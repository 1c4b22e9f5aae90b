from __future__ import annotations

from bartizan.engine.program import make_program


def test_names_are_numbered_in_the_order_in_which_they_are_first_named() -> None:
    program = make_program([("goal", ["b", "a"], "why"), ("a", ["c"], "how")], ["c", "unused"])
    assert list(program.names) == ["c", "unused", "goal", "b", "a"]
    assert program.numbers == {name: number for number, name in enumerate(program.names)}
    assert list(program.heads) == [2, 4]
    assert program.bodies == [(3, 4), (0,)]
    assert program.origins == ["why", "how"]


def test_what_a_rule_needs_twice_is_written_once() -> None:
    program = make_program([("goal", ["b", "a", "b"], 1)])
    assert program.bodies == [(1, 2)]


def test_it_is_known_where_each_fact_is_used_and_made() -> None:
    program = make_program([("goal", ["a", "b"], 1), ("goal", ["c"], 2), ("a", ["c"], 3), ("always", [], 4)])
    number = program.numbers
    assert list(program.uses[number["c"]]) == [1, 2]
    assert list(program.uses[number["goal"]]) == []
    assert list(program.makers[number["goal"]]) == [0, 1]
    assert program.always == [3]
    assert make_program([("a", ["b"], 1)]).always == []
