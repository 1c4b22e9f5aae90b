"""Each threat has a proof: premises before what rests on them, and as few suppositions as its smallest sets have."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.engine.fixpoint import GIVEN, conclude
from bartizan.project.open_page import open_page
from bartizan.rules.answers.promises import Promises
from bartizan.rules.answers.proofs import EVERYBODY, cheapest, proof_of, proofs_of, supposed_in
from bartizan.rules.answers.threats import Status
from tests.model.pages import FIRST_PAGE
from tests.render.report.reports import SHOP, promises_of


@pytest.fixture(scope="module", params=["shop", "first page", "barbican"])
def promises(request: pytest.FixtureRequest, repository: Path) -> Promises:
    if request.param == "barbican":
        return promises_of(open_page(repository / "examples/barbican/services/barbican/newton").architecture)
    return promises_of(SHOP if request.param == "shop" else FIRST_PAGE)


def test_each_proof_ends_with_the_rule_that_found_the_threat(promises: Promises) -> None:
    proofs = proofs_of(promises.analysis, promises.threats)
    assert promises.threats
    for threat in promises.threats:
        last = proofs[threat.id][-1]
        assert last.sentence.rule == threat.instance.rule.name
        assert last.sentence.fact == threat.head


def test_premises_stand_before_what_rests_on_them(promises: Promises) -> None:
    for proof in proofs_of(promises.analysis, promises.threats).values():
        for number, step in enumerate(proof, 1):
            assert all(each < number for each in step.rests_on)
            assert step.sentence.text


def test_every_step_but_the_last_is_needed_by_another(promises: Promises) -> None:
    for proof in proofs_of(promises.analysis, promises.threats).values():
        used = {number for step in proof for number in step.rests_on}
        assert used == set(range(1, len(proof)))


def test_what_is_certain_supposes_nothing(promises: Promises) -> None:
    proofs = proofs_of(promises.analysis, promises.threats)
    for threat in promises.threats:
        if threat.status is Status.CERTAIN:
            assert supposed_in(proofs[threat.id]) == ()


def test_what_is_open_supposes_one_of_its_smallest_sets(promises: Promises) -> None:
    proofs = proofs_of(promises.analysis, promises.threats)
    for threat in promises.threats:
        if threat.status is Status.OPEN:
            supposed = set(supposed_in(proofs[threat.id]))
            if threat.needs:
                assert supposed in [set(each) for each in threat.needs]
            else:
                assert supposed


def test_the_walk_reaches_exactly_what_holds_in_the_open(promises: Promises) -> None:
    assert set(cheapest(promises.analysis)) == set(promises.analysis.open.why)


def test_what_holds_for_certain_is_reached_by_what_is_certain(promises: Promises) -> None:
    analysis = promises.analysis
    reasons = cheapest(analysis)
    program = analysis.grounded.program
    certain = conclude(program, (*analysis.base, *analysis.sure_actors)).why
    for fact in certain:
        rule = reasons[fact]
        assert rule == GIVEN or all(each in certain for each in program.bodies[rule])


def test_there_is_something_certain_and_something_open_to_prove() -> None:
    found = {each.status for each in promises_of(SHOP).threats}
    assert found == {Status.CERTAIN, Status.OPEN}


def test_the_proof_of_one_threat_is_that_which_it_has_among_all(promises: Promises) -> None:
    proofs = proofs_of(promises.analysis, promises.threats)
    for threat in promises.threats[:25]:
        alone = proof_of(promises.analysis, threat)
        assert [each.text for each in alone] == [each.sentence.text for each in proofs[threat.id]]
        assert [each.rests_on for each in alone] == [each.rests_on for each in proofs[threat.id]]
        assert [each.number for each in alone] == list(range(1, len(alone) + 1))


def test_a_proof_that_rests_on_one_actor_names_them(promises: Promises) -> None:
    names = {each.name for each in promises.analysis.actors}
    proofs = proofs_of(promises.analysis, promises.threats).values()
    named = {
        step.key[2] for proof in proofs for step in proof
        if sum(each.sentence.fact[0] == "acts" for each in proof) == 1
    }  # fmt: skip
    assert named
    assert named <= names
    assert EVERYBODY not in named
