"""What `analyse` says first, and what a build makes of it: verdicts, counts, the baseline, and what passes a gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import NOTES, Bartizan

UNSAFE = (
    NOTES + "controls: {2/encryption: absent}\nthreat-actors: {neighbour: {at: cloud, capability: low}}\n"
)


@pytest.fixture
def notes() -> Path:
    path = Path("architecture.yaml")
    path.write_text(UNSAFE, encoding="utf-8")
    return path


def test_what_nobody_has_accepted_is_one_warning_however_much_it_is(bartizan: Bartizan, notes: Path) -> None:
    bartizan("analyse", notes, "--baseline", "threats.yaml", "--write-baseline")
    known = Path("threats.yaml").read_text(encoding="utf-8").count("threat:")
    ran = bartizan("analyse", notes, "--baseline", "threats.yaml")
    assert known > 5
    assert f"{known} known threats are not accepted: nobody says why ({known})" in ran.err
    assert f"and {known - 5} more" in ran.err
    assert ran.err.count("warning") == 1
    assert "threats.yaml:2" in ran.err


def test_a_broken_baseline_is_not_called_a_page(bartizan: Bartizan, notes: Path) -> None:
    Path("threats.yaml").write_text("knwon: []\n", encoding="utf-8")
    assert (
        "the baseline has no field called `knwon`"
        in bartizan("analyse", notes, "--baseline", "threats.yaml").err
    )
    Path("threats.yaml").write_text("known:\n  - {threat: abc, why: so}\n", encoding="utf-8")
    ran = bartizan("analyse", notes, "--baseline", "threats.yaml")
    assert "entry 1 of the baseline has no field called `why`" in ran.err


def test_a_baseline_that_is_not_there_is_noted_where_it_counts(bartizan: Bartizan, notes: Path) -> None:
    asked = ("analyse", notes, "--baseline", "gone.yaml")
    assert "There is no gone.yaml" in bartizan(*asked, "--fail-on", "new").err
    assert "There is no gone.yaml" not in bartizan(*asked, "--write-baseline", "--fail-on", "new").err


def test_of_several_weights_the_highest_is_what_was_asked_for(bartizan: Bartizan, notes: Path) -> None:
    assert "threats are at least high" in bartizan("analyse", notes, "--fail-on", "low,high").err
    assert "is certain and at least low" in bartizan("analyse", notes, "--fail-on", "low,certain").err


def test_a_page_with_nothing_in_it_passes_no_gate(bartizan: Bartizan) -> None:
    Path("architecture.yaml").write_text("service: Nothing\n", encoding="utf-8")
    ran = bartizan("analyse", "--fail-on", "any")
    assert ran.code == 2
    assert "nothing was analysed: the page has no components" in ran.err


def test_the_headline_says_what_each_actor_brings_about_and_no_word_of_safety(
    bartizan: Bartizan, notes: Path
) -> None:
    said = " ".join(bartizan("analyse", notes).out.partition("Certain, from")[0].split())
    assert "Meant to be defended against Neighbour: certainly brings about 1 thing, perhaps" in said
    assert "Defended against" not in said


def test_the_headline_tells_who_gets_nowhere_as_modelled_from_who_is_kept_out(bartizan: Bartizan) -> None:
    page = Path("architecture.yaml")
    monk = "trust-domains: {moon: {kind: network}}\nthreat-actors: {monk: {at: moon}}\n"
    page.write_text(
        f"{monk}data-assets: {{note: {{}}}}\ncomponents: {{ward: {{kind: person, domain: cloud}}}}\n",
        encoding="utf-8",
    )
    alone = " ".join(bartizan("analyse").out.split())
    assert (
        "Monk: nothing on the page leads them anywhere, even with every control gone: probably not modelled"
        in alone
    )
    page.write_text(NOTES + monk, encoding="utf-8")
    kept_out = " ".join(bartizan("analyse").out.split())
    assert "Monk: brings about nothing unless something fails of what the page says is in place" in kept_out


def test_questions_are_counted_alike_everywhere_and_say_what_to_write(
    bartizan: Bartizan, notes: Path
) -> None:
    data = json.loads(bartizan("analyse", notes, "--format", "json").out)
    plain, far = data["counts"]["questions"], data["counts"]["questions-rarely-answered"]
    assert plain + far == len(data["questions"])
    assert far
    both = f"{plain} questions, and {far} that pages rarely answer"
    assert both in bartizan("analyse", notes).out
    listed = " ".join(bartizan("analyse", notes, "--section", "questions").out.split())
    assert "each further question of a kind counts half" in listed
    rare = listed.index("What pages rarely answer")
    assert listed.index(f" {plain}. ") < rare < listed.index(f" {plain + 1}. ")
    first = data["questions"][0]
    assert f"Write `{first['write']}` ({first['at']})" in listed
    assert both in bartizan("analyse", notes, "--format", "html").out


def test_an_interface_that_an_attacker_reaches_is_an_entry_point_with_its_reason(bartizan: Bartizan) -> None:
    Path("architecture.yaml").write_text(
        "trust-domains: {fleet: {kind: network}}\n"
        "components: {node: {technology: Go, domain: fleet}, api: {technology: Python, domain: fleet}}\n"
        "interfaces: {1: {requestor: node, listener: api, protocol: HTTPS, request: report}}\n"
        "data-assets: {report: {}}\nthreat-actors: {crook: {at: fleet}}\n",
        encoding="utf-8",
    )
    said = bartizan("analyse", "--section", "entry-points").out
    assert "interface 1: Node → API; not said to be one, but Crook from Fleet reaches it" in said


def test_what_is_reached_of_some_holders_is_not_called_not_modelled(bartizan: Bartizan, notes: Path) -> None:
    page = notes.read_text(encoding="utf-8").replace("note: {", "note: {one-per: user, ")
    notes.write_text(page, encoding="utf-8")
    data = json.loads(bartizan("analyse", "--format", "json").out)
    in_part = {
        (each["what"].removesuffix("-one"), each["element"]) for each in data["assets"] if each["what"].endswith("-one")
    }  # fmt: skip
    assert not in_part & {(each["what"], each["element"]) for each in data["not-reachable"]}


def test_how_long_an_attack_takes_stands_with_the_impact_of_what_expires(
    bartizan: Bartizan, notes: Path
) -> None:
    text = notes.read_text(encoding="utf-8").replace(
        "data-assets:", "data-assets:\n  pass: {kind: credential, lifetime: 5 min}", 1
    )
    notes.write_text(text, encoding="utf-8")
    said = bartizan("analyse", "--section", "impact").out
    assert "is taken to need 24 h" in said.splitlines()[1]
    assert "nothing follows: it expires before whoever has stolen it has had 24 h to use it" in said
    notes.write_text(text.replace("5 min", "5 days"), encoding="utf-8")
    assert "it expires before" not in bartizan("analyse", "--section", "impact").out
