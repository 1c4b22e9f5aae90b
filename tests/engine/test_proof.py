from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.fixpoint import conclude
from bartizan.engine.program import make_program
from bartizan.engine.proof import Proof, prove, prove_from_needed
from tests.engine.small_programs import Small, small


def rules_of(proof: Proof) -> list[tuple[object, list[object], object]]:
    """The rules that a proof uses."""
    return [
        (step.fact, [proof.steps[place].fact for place in step.premises], step.origin)
        for step in proof.steps
        if step.origin is not None
    ]


def proved(case: Small) -> Proof | None:
    return prove(conclude(case.program, (*case.base, *case.controls)), case.goal)


def test_what_does_not_follow_has_no_proof() -> None:
    program = make_program([("goal", ["given"], 1)])
    assert prove(conclude(program, []), program.numbers["goal"]) is None
    assert prove_from_needed(program, [], program.numbers["goal"]) is None


def test_a_step_stands_once_and_after_what_it_rests_on() -> None:
    seen = 0
    for seed in range(300):
        proof = proved(small(seed))
        if proof is None:
            continue
        seen += len(proof.steps) > 2
        facts = [step.fact for step in proof.steps]
        assert len(set(facts)) == len(facts)
        assert facts[-1] == "f11"
        assert all(place < number for number, step in enumerate(proof.steps) for place in step.premises)
    assert seen > 100


def test_each_step_is_a_rule_of_the_program_or_was_given() -> None:
    for seed in range(100):
        case = small(seed)
        proof = proved(case)
        if proof is None:
            continue
        names = case.program.names
        known = {
            (names[head], tuple(names[fact] for fact in body), origin)
            for head, body, origin in zip(
                case.program.heads, case.program.bodies, case.program.origins, strict=True
            )
        }
        assert {(fact, tuple(body), origin) for fact, body, origin in rules_of(proof)} <= known
        assert set(proof.given) <= {names[fact] for fact in (*case.base, *case.controls)}


@given(st.integers(0, 10_000))
def test_without_any_cited_fact_the_proof_falls(seed: int) -> None:
    case = small(seed)
    proof = proved(case)
    if proof is None:
        return
    inside = make_program(rules_of(proof), proof.given)
    goal = inside.numbers[proof.steps[-1].fact]
    cited = [inside.numbers[fact] for fact in proof.given]
    assert goal in conclude(inside, cited)
    for fact in cited:
        assert goal not in conclude(inside, [each for each in cited if each != fact])


@given(st.integers(0, 10_000))
def test_without_any_cited_fact_no_other_rule_helps_either(seed: int) -> None:
    case = small(seed)
    proof = prove_from_needed(case.program, (*case.base, *case.controls), case.goal)
    assert (proof is None) == (not case.holds(*case.controls))
    if proof is None:
        return
    cited = [case.program.numbers[fact] for fact in proof.given]
    assert case.goal in conclude(case.program, cited)
    for fact in cited:
        assert case.goal not in conclude(case.program, [each for each in cited if each != fact])


def test_a_long_way_from_one_fact_is_taken_before_a_short_one_from_two() -> None:
    program = make_program(
        [
            ("goal", ["one", "two"], "short"),
            ("middle", ["one"], "long"),
            ("more", ["middle"], "long"),
            ("goal", ["more"], "long"),
        ]
    )
    number = program.numbers
    given_ = [number["one"], number["two"]]
    shortest = prove(conclude(program, given_), number["goal"])
    needed = prove_from_needed(program, given_, number["goal"])
    assert shortest is not None
    assert needed is not None
    assert shortest.given == ("one", "two")
    assert needed.given == ("one",)


def test_what_is_supposed_is_given_up_before_what_is_certain() -> None:
    program = make_program([("goal", ["certain"], 1), ("goal", ["supposed"], 2)])
    number = program.numbers
    proof = prove_from_needed(program, [number["certain"], number["supposed"]], number["goal"])
    assert proof is not None
    assert proof.given == ("certain",)


def test_a_shared_part_of_a_proof_is_written_once() -> None:
    program = make_program(
        [
            ("a", ["start"], 1),
            ("b", ["a"], 2),
            ("c", ["a"], 3),
            ("goal", ["b", "c"], 4),
        ]
    )
    proof = prove(conclude(program, [program.numbers["start"]]), program.numbers["goal"])
    assert proof is not None
    assert [step.fact for step in proof.steps] == ["start", "a", "b", "c", "goal"]
    assert proof.steps[-1].premises == (2, 3)


def test_a_proof_a_hundred_thousand_steps_deep_is_written() -> None:
    length = 100_000
    program = make_program([(number + 1, [number], "next") for number in range(length)])
    proof = prove(conclude(program, [program.numbers[0]]), program.numbers[length])
    assert proof is not None
    assert len(proof.steps) == length + 1
