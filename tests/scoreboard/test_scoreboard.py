from __future__ import annotations

from pathlib import Path

import pytest

from tests.scoreboard import report
from tests.scoreboard.__main__ import MADE, PAGE, filled
from tests.scoreboard.microsecend import explain
from tests.scoreboard.microsecend.cases import Case, Variant, judged_cases, variants
from tests.scoreboard.microsecend.readings import Reading
from tests.scoreboard.microsecend.score import disagreements, scores, together
from tests.scoreboard.microsecend.verdicts import VERDICTS, Verdict
from tests.scoreboard.others.counts import Count, counts
from tests.scoreboard.others.models import NOT_READ, TOOLS

pytestmark = pytest.mark.slow

SECONDS_FOR_ONE_MODEL = 20.0
"""Far more than any model of the corpus needs, so that a slow machine does not fail; a hang does."""


@pytest.fixture(scope="module")
def judged(shared: Path) -> tuple[Case, ...]:
    return judged_cases(shared / "corpus" / "microsecend")


@pytest.fixture(scope="module")
def changed(shared: Path) -> tuple[Variant, ...]:
    return variants(shared / "corpus" / "microsecend")


@pytest.fixture(scope="module")
def everything(judged: tuple[Case, ...], changed: tuple[Variant, ...]) -> list[Case]:
    return [*judged, *(each.case for each in changed)]


def test_every_disagreement_is_explained_and_no_explanation_is_left_over(everything: list[Case]) -> None:
    found = {(each.case, each.rule) for reading in Reading for each in disagreements(everything, reading)}
    assert found == explain.explained()


def test_no_rule_says_the_same_of_every_diagram(everything: list[Case]) -> None:
    assert [score.rule for score in scores(everything, Reading.SURVEYED) if score.tells_nothing] == []


def test_verdicts_agree_with_people(everything: list[Case]) -> None:
    whole = together(score.strict() for score in scores(everything, Reading.SURVEYED))
    assert whole.precision is not None
    assert whole.recall is not None
    assert whole.precision >= 0.9
    assert whole.recall >= 0.95


def test_as_drawn_silence_is_unknown_and_what_is_known_is_hardly_ever_wrong(everything: list[Case]) -> None:
    whole = together(scores(everything, Reading.DRAWN))
    assert whole.unknown_violated > whole.found
    assert whole.false + whole.missed <= 2


def test_each_variant_turns_over_what_it_was_drawn_for(changed: tuple[Variant, ...]) -> None:
    for each in changed:
        for rule in each.case.labels:
            after = each.case.ours[Reading.SURVEYED][rule].verdict
            assert after is Verdict.HOLDS or explain.why(each.case.name, rule), (each.case.name, rule, after)
    for rule in {rule for each in changed for rule in each.case.labels}:
        turned = [each for each in changed if each.flips.get(rule, (None, None))[1] is Verdict.HOLDS]
        only_added = rule in {
            "R01",
            "R04",
        }  # the two that no variant draws in a form that says who comes in, or what they may
        assert turned or only_added, rule


def test_nothing_else_turns_over_in_a_variant_without_a_reason(changed: tuple[Variant, ...]) -> None:
    reasons_used = set()
    for each in changed:
        for rule, (before, after) in each.flips.items():
            if rule in each.case.labels and after is Verdict.HOLDS:
                continue
            assert explain.why_it_turns(each.case.name, each.number, rule), (
                each.case.name,
                rule,
                before,
                after,
            )
            reasons_used.add((each.case.name, rule))
    assert explain.turns_of_one() <= reasons_used


def test_no_model_of_the_corpus_takes_us_down_or_takes_for_ever(shared: Path, repository: Path) -> None:
    found = [each for each in counts(shared, repository) if isinstance(each, Count)]
    tools = {each.tool for each in found}
    assert set(TOOLS) <= tools
    assert {"OpenStack page", "own page", "microSecEnD"} <= tools
    slow = {each.name: each.seconds for each in found if each.seconds > SECONDS_FOR_ONE_MODEL}
    assert not slow
    assert any(each.open for each in found)
    assert any(each.certain for each in found)


def test_every_folder_of_the_corpus_is_read_or_named_as_not_read(shared: Path) -> None:
    elsewhere = {"kb", "microsecend", "openstack-ta"}
    folders = {each.name for each in (shared / "corpus").iterdir() if each.is_dir()}
    known = {folder for folder, _patterns, _read in TOOLS.values()} | set(NOT_READ) | elsewhere
    assert folders - known - {"LICENSES"} == set()


def test_the_committed_page_says_what_is_so_now(shared: Path) -> None:
    made = report.microsecend(shared / "corpus" / "microsecend")
    committed = {found["name"]: found[0] for found in MADE.finditer(PAGE.read_text("utf-8"))}
    now = {found["name"]: found[0] for found in MADE.finditer(filled(PAGE.read_text("utf-8"), made))}
    for name in made:
        assert committed[name] == now[name], f"{name}: python -m tests.scoreboard --write"


def test_every_verdict_is_in_the_table(judged: tuple[Case, ...]) -> None:
    for case in judged:
        for reading in Reading:
            assert set(case.ours[reading]) == set(VERDICTS)
