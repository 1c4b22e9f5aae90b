from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.fixpoint import GIVEN, conclude
from bartizan.engine.program import Program, make_program
from tests.engine.small_programs import small


def naively(program: Program, facts: set[int]) -> set[int]:
    """What follows, by going over all rules until nothing is new."""
    holds = set(facts)
    while new := {
        head
        for head, body in zip(program.heads, program.bodies, strict=True)
        if head not in holds and holds.issuperset(body)
    }:
        holds |= new
    return holds


def test_what_follows_is_what_going_over_all_rules_finds() -> None:
    concluded = 0
    for seed in range(200):
        case = small(seed)
        facts = {*case.base, *case.controls[::2]}
        model = conclude(case.program, facts)
        assert set(model.why) == naively(case.program, facts)
        concluded += len(model.why) > len(facts)
    assert concluded > 100


def test_a_fact_that_needs_itself_does_not_follow() -> None:
    program = make_program([("a", ["b"], 1), ("b", ["a"], 2), ("c", ["c"], 3)])
    assert not conclude(program, []).why


def test_a_rule_that_needs_nothing_always_holds() -> None:
    program = make_program([("a", [], 1), ("b", ["a"], 2)])
    assert set(conclude(program, []).why) == {program.numbers["a"], program.numbers["b"]}


def test_a_rule_may_need_more_facts_than_an_octet_counts() -> None:
    many = [f"p{number}" for number in range(300)]
    program = make_program([("all", many, 1), ("less", [*many[:256], *many[:256]], 2)])
    facts = [program.numbers[name] for name in many]
    assert program.numbers["all"] in conclude(program, facts)
    assert program.numbers["all"] not in conclude(program, facts[1:])
    assert program.numbers["less"] in conclude(program, facts[:256])
    assert program.numbers["less"] not in conclude(program, facts[:255])


def test_what_a_rule_needed_came_before_what_it_concluded() -> None:
    for seed in range(100):
        case = small(seed)
        model = conclude(case.program, case.controls)
        came = {fact: number for number, fact in enumerate(model.why)}
        for fact, rule in model.why.items():
            if rule == GIVEN:
                assert fact in case.controls
            else:
                assert case.program.heads[rule] == fact
                assert all(came[need] < came[fact] for need in case.program.bodies[rule])


@given(st.integers(0, 10_000), st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)))
def test_more_facts_in_never_give_fewer_out(seed: int, some: set[int], more: set[int]) -> None:
    program = small(seed).program
    assert conclude(program, some).why.keys() <= conclude(program, some | more).why.keys()


@given(st.integers(0, 10_000), st.integers(1, 1000))
def test_the_order_of_rules_makes_no_difference_to_what_follows(seed: int, shuffle: int) -> None:
    one, other = small(seed), small(seed, shuffle=shuffle)
    assert (
        conclude(one.program, one.controls).why.keys() == conclude(other.program, other.controls).why.keys()
    )


def test_a_chain_of_a_million_facts_is_walked() -> None:
    length = 1_000_000
    program = Program(range(length + 1), list(range(1, length + 1)), [(each,) for each in range(length)])
    assert length in conclude(program, [0])
    assert len(conclude(program, [1]).why) == length


def test_nearest_conclusions_come_first() -> None:
    program = make_program([("far", ["near"], 1), ("near", ["start"], 2), ("far", ["start"], 3)])
    number = program.numbers
    assert program.origins[conclude(program, [number["start"]]).why[number["far"]]] == 3
