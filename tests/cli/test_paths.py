"""`bartizan paths` as it is typed: what is printed, what is drawn, and what is said where there is no way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from bartizan.cli.app import app
from tests.cli.conftest import NOTES, Bartizan

PAGE = (
    NOTES
    + """\
  # a comment
threat-actors: {neighbour: {at: cloud, capability: low}, prisoner: {name: Prisoner, at: cellar}}
trust-domains: {cellar: {reached-from: []}}
controls:
  2/encryption: {state: in place, probability: 0.2, common-cause: our CA, resists: high}
  2/integrity: {state: in place, common-cause: our CA}
  note/encryption-at-rest: {state: in place, probability: 0.3}
  2/authentication: {state: in place, probability: 0.1, cost: 5}
"""
)
ASKED = ("paths", "neighbour", "note", "--no-bugs")


@pytest.fixture
def notes() -> Path:
    path = Path("architecture.yaml")
    path.write_text(PAGE, encoding="utf-8")
    return path


def data_of(bartizan: Bartizan, *words: str) -> dict[str, Any]:
    ran = bartizan(*(words or ASKED), "--format", "json")
    assert ran.code == 0
    return dict(json.loads(ran.out))


def test_below_the_sets_stands_what_counts_most_and_what_must_not_fail(
    bartizan: Bartizan, notes: Path
) -> None:
    out = bartizan(*ASKED).out
    assert "the common cause “our CA” of encryption on interface 2 and integrity on interface 2" in out
    assert "What counts most, over all" in out
    assert "ruled out; no fewer would do:" in out
    assert "While nothing else fails, by what is said of Encryption on interface 2: it holds against" in out


def test_what_counts_is_told_in_few_lines_and_in_full_where_it_is_asked_for(
    bartizan: Bartizan, notes: Path
) -> None:
    few = bartizan("paths", "neighbour", "note").out
    assert "`--importance` tells all of them." in few
    every = bartizan("paths", "neighbour", "note", "--importance").out
    assert "`--importance`" not in every
    assert "risk achievement worth" not in few
    assert "achievement worth); if firm" in " ".join(every.split())


def test_without_probabilities_the_structural_measure_says_what_it_is(bartizan: Bartizan) -> None:
    text = NOTES + "threat-actors: {neighbour: {at: cloud}}\n"
    Path("architecture.yaml").write_text(text, encoding="utf-8")
    every = bartizan("paths", "neighbour", "note", "--importance").out
    assert "if each of the others fails half the time (Birnbaum, structural)" in every
    assert "risk" not in every
    weights = data_of(bartizan, *ASKED)["importance"]["weights"]
    assert all(each["by-probability"] is None for each in weights)


def test_json_has_every_measure_and_what_a_common_cause_is_made_of(bartizan: Bartizan, notes: Path) -> None:
    data = data_of(bartizan)
    cause = next(each for each in data["importance"]["weights"] if each["fact"] == ["common-cause", "our CA"])
    assert cause["controls"] == ["2/encryption", "2/integrity"]
    assert set(cause["by-probability"]) == {
        "birnbaum", "fussell-vesely", "risk-achievement-worth", "risk-reduction-worth",
    }  # fmt: skip
    assert 0 < cause["fussell-vesely-by-counting"] <= 1
    assert data["unbreakable"]["complete"] == "complete"
    assert data["graded"]["by"] == ["2/encryption"]


def test_a_cause_is_degraded_by_its_name_and_listed_with_what_falls(bartizan: Bartizan, notes: Path) -> None:
    together = json.loads(bartizan("degrade", "our CA", "--format", "json").out)
    assert together["degraded"] == ["2/encryption", "2/integrity"]
    assert "Causes that several controls share" in bartizan("degrade").out
    alone = bartizan("degrade", "2/encryption")
    assert "`bartizan degrade 'our CA'`" in " ".join(alone.out.split())
    data = json.loads(bartizan("degrade", "2/encryption", "--format", "json").out)
    assert data["would-fall-with-them"] == {"our CA": ["2/integrity"]}


def test_somebody_who_reaches_nothing_is_probably_not_modelled_and_never_safe(
    bartizan: Bartizan, notes: Path
) -> None:
    ran = bartizan("paths", "prisoner", "database", "--no-bugs")
    assert "probably not modelled" in ran.out
    assert "no word of safety" in ran.out
    assert "as long as no component has a bug" in ran.out
    assert "as long as" not in bartizan("paths", "prisoner", "database").out


def test_a_search_without_a_budget_says_that_it_stopped(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan(*ASKED, "--budget", "0")
    assert "stopped after 0 steps, so there may be one" in ran.out
    data = data_of(bartizan, *ASKED, "--budget", "0")
    assert data["sets"] == []
    assert data["importance"]["weighed-over"] == "stopped after 0 steps"
    assert data["unbreakable"] is None
    assert not data["probably-not-modelled"]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("neighbor", "note"), "did you mean `neighbour`?"),
        (("neighbour", "nte"), "did you mean `note`?"),
    ],
)
def test_a_name_that_the_page_does_not_have_is_answered_with_a_near_one(
    bartizan: Bartizan, notes: Path, words: tuple[str, str], hint: str
) -> None:
    ran = bartizan("paths", *words)
    assert ran.code == 2
    assert hint in ran.err


def test_the_cheapest_way_is_drawn_with_its_steps_and_what_fails(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan(*ASKED, "--draw", "way.svg")
    assert ran.code == 0
    text = Path("way.svg").read_text(encoding="utf-8")
    words = " ".join("".join(ET.fromstring(text).itertext()).split())  # noqa: S314  # our own text
    assert "Notes – Neighbour learns Note" in words
    assert "steps of the list below that happen here" in words
    assert "errs on the side of the attacker" in words
    for step in data_of(bartizan)["cheapest"]:
        assert step["says"].split(":")[0] in words
    assert 'class="tag"' in text


def test_a_way_is_drawn_as_png_light_and_dark(bartizan: Bartizan, notes: Path) -> None:
    assert bartizan(*ASKED, "--draw", "light.png").code == 0
    assert bartizan(*ASKED, "--draw", "dark.png", "--dark").code == 0
    light, dark = Path("light.png").read_bytes(), Path("dark.png").read_bytes()
    assert light[:8] == dark[:8] == b"\x89PNG\r\n\x1a\n"
    assert light != dark


def test_where_there_is_no_way_nothing_is_drawn_and_that_is_said(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan("paths", "prisoner", "database", "--no-bugs", "--draw", "way.svg")
    assert ran.code == 2
    assert "nothing to draw" in ran.err
    assert not Path("way.svg").exists()


@pytest.mark.parametrize("words", [("--draw", "architecture.yaml"), ("--draw", "way.pdf"), ("--dark",)])
def test_only_a_picture_is_drawn_over(bartizan: Bartizan, notes: Path, words: tuple[str, ...]) -> None:
    assert bartizan(*ASKED, *words).code == 2
    assert notes.read_text(encoding="utf-8") == PAGE


def completed(command: str, argument: str, typed: str) -> list[str]:
    found = app.get_command(app.make_context("bartizan", [], resilient_parsing=True), command)
    assert found
    context = found.make_context(command, [], resilient_parsing=True)
    parameter = next(each for each in found.params if each.name == argument)
    return [each.value for each in parameter.shell_complete(context, typed)]


def test_actors_elements_and_controls_are_completed(bartizan: Bartizan, notes: Path) -> None:
    assert completed("paths", "actor", "ne") == ["neighbour"]
    assert completed("paths", "element", "") == ["browser", "database", "note", "web"]
    assert completed("compromise", "component", "d") == ["database"]
    assert completed("degrade", "controls", "our") == ["our CA"]
    assert "2/encryption" in completed("degrade", "controls", "2/")


def test_hardening_that_nobody_speaks_of_is_marked_in_a_set(bartizan: Bartizan, notes: Path) -> None:
    said = " ".join(bartizan("paths", "neighbour", "database", "--top", "100").out.split())
    assert "hardening of Database (not said)" in said
