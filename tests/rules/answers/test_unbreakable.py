"""What must not fail so that no way is left: on programs small enough to be seen through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.engine.choke_points import Hardening
from bartizan.engine.completeness import Complete, Stopped
from bartizan.engine.program import Program, make_program
from bartizan.rules.answers import unbreakable as module
from bartizan.rules.answers.unbreakable import Unbreakable, unbreakable

if TYPE_CHECKING:
    import pytest


def numbered(program: Program, *names: str) -> tuple[int, ...]:
    return tuple(program.numbers[each] for each in names)


def asked(program: Program, base: str, can_fail: str, known: list[str]) -> Unbreakable:
    goal = program.numbers["goal"]
    sets = [numbered(program, *each) for each in known]
    return unbreakable(program, numbered(program, *base), numbered(program, *can_fail), goal, sets)


def test_a_way_that_was_not_known_is_found_and_closed() -> None:
    program = make_program([("goal", ["a", "b"], 1), ("goal", ["c", "d"], 2), ("goal", ["a", "c"], 3)])
    found = asked(program, "", "abcd", ["ab"])
    assert found == Unbreakable(numbered(program, "a", "c"), Complete())


def test_nothing_helps_where_the_goal_is_reached_anyway_and_that_is_sure() -> None:
    program = make_program([("goal", ["base"], 1), ("goal", ["a"], 2)])
    base = numbered(program, "base")
    found = unbreakable(program, base, numbered(program, "a"), program.numbers["goal"], [])
    assert found == Unbreakable(None, Complete())


def test_nothing_helps_where_one_of_the_known_ways_needs_nothing() -> None:
    program = make_program([("goal", ["a"], 1)])
    assert asked(program, "", "a", [""]) == Unbreakable(None, Complete())


def test_a_search_that_was_stopped_is_not_taken_for_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    program = make_program([("goal", ["a"], 1), ("goal", ["b", "c"], 2)])

    def stopped(*_ways: object, **_how: object) -> Hardening:
        return Hardening((numbered(program, "a", "b"),), Stopped(3, "steps"))

    monkeypatch.setattr(module, "to_make_unbreakable", stopped)
    assert asked(program, "", "abc", ["a", "bc"]) == Unbreakable(None, Stopped(3, "steps"))
