"""`analyse`, `why`, `degrade`, `compromise`, `paths` and what `diff` says of paths, as they are typed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

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


def ids(bartizan: Bartizan, rule: str) -> list[str]:
    threats = json.loads(bartizan("analyse", "--format", "json").out)["threats"]
    return [each["id"] for each in threats if each["rule"] == rule]


def test_a_certain_threat_comes_first_with_its_id_and_for_whom(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan("analyse", notes)
    assert ran.code == 0
    assert "1 certain threat" in ran.out
    certain = ran.out.partition("Certain")[2].partition("Open")[0]
    assert "data-in-cleartext: What interface 2 carries is not encrypted" in certain
    assert "Neighbour → Note is disclosed" in certain
    assert "errs on the side of" in ran.out


def test_every_section_is_there_and_can_be_had_alone(bartizan: Bartizan, notes: Path) -> None:
    whole = bartizan("analyse", notes, "--all").out
    for title in (
        "1. Entry points",
        "3. Where data is persisted",
        "7. Whom",
        "9. Threats",
        "Data asset impact analysis",
    ):
        assert title in whole
    alone = bartizan("analyse", notes, "--section", "persistence").out
    assert alone.startswith("3. Where data is persisted")
    assert "Note in Database: encryption not said" in alone
    assert "1. Entry points" not in alone


def test_the_json_says_everything_and_is_the_same_each_time(bartizan: Bartizan, notes: Path) -> None:
    first, second = bartizan("analyse", "--format", "json"), bartizan("analyse", "--format", "json")
    assert first.out == second.out
    data = json.loads(first.out)
    assert data["counts"]["certain"] == 1
    assert {
        "entry-points",
        "assets",
        "persistence",
        "travel",
        "controls",
        "threats",
        "questions",
        "impact",
    } <= data.keys()
    assert notes.exists()


def test_an_id_stays_when_lines_move_and_something_else_is_added(bartizan: Bartizan, notes: Path) -> None:
    before = ids(bartizan, "data-in-cleartext")
    text = UNSAFE.replace(
        "components:\n", "# moved\n\ncomponents:\n  mailer: {technology: Postfix, domain: outside}\n"
    )
    notes.write_text(text, encoding="utf-8")
    assert before
    assert set(before) <= set(ids(bartizan, "data-in-cleartext"))


def test_why_proves_a_threat_down_to_the_lines(bartizan: Bartizan, notes: Path) -> None:
    (threat,) = ids(bartizan, "data-in-cleartext")[:1]
    ran = bartizan("why", threat[:6], notes)
    assert ran.code == 0
    assert "Neighbour sees what interface 2 carries" in ran.out
    assert "architecture.yaml:" in ran.out
    assert "? is supposed" not in ran.out  # it is certain: nothing is supposed
    proof = json.loads(bartizan("why", threat, "--format", "json").out)["proof"]
    assert all(each < step["number"] for step in proof for each in step["from"])


def test_an_open_threat_is_proved_with_what_is_supposed_marked(bartizan: Bartizan, notes: Path) -> None:
    threats = json.loads(bartizan("analyse", "--format", "json").out)["threats"]
    opened = next(each for each in threats if each["status"] == "open" and each["needs"])
    ran = bartizan("why", opened["id"], notes)
    assert "? Nothing says" in ran.out or "? nothing says" in ran.out.lower()
    assert "? is supposed" in ran.out


def test_a_threat_that_is_not_there_is_a_mistake_on_the_command_line(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan("why", "zzzzzz", notes)
    assert ran.code == 2
    assert "no threat `zzzzzz`" in ran.err


def test_degrade_says_what_falls_and_what_only_together(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan("degrade", "1/encryption", "1/integrity")
    assert ran.code == 0
    assert "When Encryption on interface 1" in ran.out
    assert "only with all of them together" in ran.out
    assert notes.exists()


def test_degrade_without_a_name_lists_what_holds_and_a_wrong_name_is_told(
    bartizan: Bartizan, notes: Path
) -> None:
    assert "1/encryption" in bartizan("degrade", "--page", notes).out
    ran = bartizan("degrade", "1/encrypton")
    assert ran.code == 2
    assert "did you mean `1/encryption`" in ran.err


def test_compromise_says_what_falls(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan("compromise", "web", notes)
    assert ran.code == 0
    assert "Whoever controls Web server" in ran.out
    assert "Note is" in ran.out
    assert bartizan("compromise", "wib", notes).code == 2


def test_a_walk_goes_on_in_the_page_of_the_service_that_lies_there(bartizan: Bartizan) -> None:
    Path("bartizan.toml").write_text("", encoding="utf-8")
    first, second = Path("services/notes/1"), Path("services/identity/1")
    first.mkdir(parents=True)
    second.mkdir(parents=True)
    text = NOTES.replace(
        "data-assets:", "  3: {requestor: web, listener: login, protocol: HTTPS, request: note}\ndata-assets:"
    )
    text = text.replace(
        "interfaces:",
        "  login: {kind: service, domain: cloud, in-scope: no, because: Another team's., service: identity}\ninterfaces:",
        1,
    )
    (first / "architecture.yaml").write_text(text, encoding="utf-8")
    (second / "architecture.yaml").write_text(
        "service: identity\ncomponents:\n  anybody: {kind: service, domain: cloud, in-scope: no}\n"
        "  api: {technology: Python, domain: identity}\n"
        "interfaces:\n  1: {requestor: anybody, listener: api, protocol: HTTPS, response: token, entry-point: yes}\n"
        "data-assets: {token: {kind: token, confidentiality: high, persisted: nowhere}}\n",
        encoding="utf-8",
    )
    ran = bartizan("compromise", "web", first)
    assert "leaves the service" in ran.out
    assert "In identity (services/identity/1/architecture.yaml), let in on interface 1" in ran.out


def test_a_service_without_a_page_is_not_known_and_not_safe(bartizan: Bartizan) -> None:
    text = NOTES.replace(
        "data-assets:", "  3: {requestor: web, listener: login, protocol: HTTPS, request: note}\ndata-assets:"
    )
    text = text.replace(
        "interfaces:",
        "  login: {kind: service, domain: cloud, in-scope: no, because: Another team's., service: identity}\ninterfaces:",
        1,
    )
    Path("architecture.yaml").write_text(text, encoding="utf-8")
    assert "what follows there is not known" in bartizan("compromise", "web").out


def test_paths_lists_the_smallest_sets_and_the_first_way(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan("paths", "neighbour", "note", notes)
    assert ran.code == 0
    assert "1. nothing at all" in ran.out
    data = json.loads(bartizan("paths", "neighbour", "database", "--format", "json").out)
    sets = [frozenset(tuple(fact["fact"]) for fact in each["must-fail"]) for each in data["sets"]]
    assert sets
    assert not any(one < other for one in sets for other in sets)


def test_a_budget_of_nothing_answers_that_it_stopped_and_never_that_there_is_no_way(
    bartizan: Bartizan, notes: Path
) -> None:
    ran = bartizan("paths", "neighbour", "database", "--budget", "0", notes)
    assert ran.code == 0
    assert "stopped" in ran.out
    assert "there may be one" in ran.out


@pytest.mark.parametrize(
    ("asked", "code"),
    [("certain", 1), ("certain,high", 1), ("certain,very-high", 0), ("any", 1), ("open,certain", 0)],
)
def test_fail_on_counts_threats_that_are_all_that_was_asked_for(
    bartizan: Bartizan, notes: Path, asked: str, code: int
) -> None:
    assert bartizan("analyse", notes, "--fail-on", asked).code == code


def test_a_word_that_fail_on_does_not_know_is_told(bartizan: Bartizan, notes: Path) -> None:
    ran = bartizan("analyse", notes, "--fail-on", "certan")
    assert ran.code == 2
    assert "did you mean `certain`" in ran.err


def test_what_is_known_is_not_new_and_what_is_accepted_does_not_fail(bartizan: Bartizan, notes: Path) -> None:
    asked = ("analyse", notes, "--baseline", "threats.yaml", "--fail-on")
    assert bartizan(*asked, "new,certain").code == 1
    assert bartizan("analyse", notes, "--baseline", "threats.yaml", "--write-baseline").code == 0
    assert bartizan(*asked, "new,certain").code == 0
    assert bartizan(*asked, "certain").code == 1  # known, and not accepted: nobody says why
    text = Path("threats.yaml").read_text(encoding="utf-8")
    (threat,) = ids(bartizan, "data-in-cleartext")[:1]
    reasoned = text.replace(
        f"threat: {threat}\n",
        f"threat: {threat}\n    because: Public anyway.\n    owner: Jane Example\n    until: 2999-01-01\n",
    )
    assert reasoned != text
    Path("threats.yaml").write_text(reasoned, encoding="utf-8")
    assert bartizan(*asked, "certain").code == 0
    Path("threats.yaml").write_text(reasoned.replace("2999", "1999"), encoding="utf-8")
    late = bartizan(*asked, "certain")
    assert late.code == 1
    assert "the last day has passed (1)" in late.err
    assert late.err.count("not-accepted]") == 1


def test_writing_the_baseline_again_keeps_what_stands_there(bartizan: Bartizan, notes: Path) -> None:
    Path("threats.yaml").write_text(
        "# ours\nknown:\n  - {threat: abcdef0123, because: gone, owner: Jane Example}\n", encoding="utf-8"
    )
    bartizan("analyse", notes, "--baseline", "threats.yaml", "--write-baseline")
    text = Path("threats.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ours\nknown:\n  - {threat: abcdef0123, because: gone, owner: Jane Example}\n")
    before = text
    bartizan("analyse", notes, "--baseline", "threats.yaml", "--write-baseline")
    assert Path("threats.yaml").read_text(encoding="utf-8") == before


def test_sarif_points_at_lines_of_the_page_and_keeps_its_fingerprints(
    bartizan: Bartizan, notes: Path
) -> None:
    def results() -> list[dict[str, Any]]:
        run: list[dict[str, Any]] = json.loads(bartizan("analyse", notes, "--format", "sarif").out)["runs"][
            0
        ]["results"]
        return run

    first = results()
    assert {each["level"] for each in first} == {"error", "warning"}
    cleartext = next(
        each for each in first if each["ruleId"] == "data-in-cleartext" and each["level"] == "error"
    )
    place = cleartext["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("architecture.yaml")
    assert "2/encryption: absent" in UNSAFE.splitlines()[place["region"]["startLine"] - 1]
    notes.write_text("# a line more\n" + UNSAFE, encoding="utf-8")
    prints = [{each["partialFingerprints"]["bartizan/v1"] for each in some} for some in (first, results())]
    assert prints[0] == prints[1]


def git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, capture_output=True)


def test_diff_since_says_what_my_change_opened_in_ten_lines_or_fewer(bartizan: Bartizan) -> None:
    git("init", "-q", "-b", "main")
    git("config", "user.email", "jane@example.org")
    git("config", "user.name", "Jane Example")
    page = Path("architecture.yaml")
    page.write_text(UNSAFE.replace("2/encryption: absent", "2/encryption: in place"), encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    same = bartizan("diff", "--since", "HEAD")
    assert (same.code, same.out.strip()) == (0, "No path was opened or closed.")
    page.write_text(UNSAFE, encoding="utf-8")
    ran = bartizan("diff", "--since", "HEAD", page)
    assert ran.code == 1
    assert "opened for certain: Note is disclosed (for Neighbour)" in ran.out
    assert len(ran.out.strip().splitlines()) <= 10
    data = json.loads(bartizan("diff", "--since", "main", "--format", "json").out)["paths"]
    assert any(
        each["certain"] and each["element"] == "note" for each in [*data["opened"], *data["certain-now"]]
    )
    unknown = bartizan("diff", "--since", "nowhere")
    assert unknown.code == 2
    assert "git knows no version `nowhere`" in unknown.err


def test_a_reference_that_looks_like_an_option_is_none(bartizan: Bartizan, notes: Path) -> None:
    git("init", "-q")
    assert bartizan("diff", "--since=--output=owned", notes).code == 2
    assert not Path("owned").exists()


def test_diff_of_two_pages_says_which_paths_opened(bartizan: Bartizan, notes: Path) -> None:
    Path("old.yaml").write_text(
        UNSAFE.replace("2/encryption: absent", "2/encryption: in place"), encoding="utf-8"
    )
    ran = bartizan("diff", "old.yaml", notes)
    assert ran.code == 1
    assert "opened for certain" in ran.out


def test_a_page_with_nothing_in_it_is_analysed(bartizan: Bartizan) -> None:
    Path("architecture.yaml").write_text("service: Nothing\n", encoding="utf-8")
    ran = bartizan("analyse", "--all")
    assert ran.code == 0
    assert "Nothing: nothing was analysed: the page has no components." in ran.out


def test_probabilities_of_the_page_are_put_together_exactly_and_not_added_up(bartizan: Bartizan) -> None:
    """Either of two alone is enough, half the time each: 1 - 0.5 * 0.5, and not 1. The page names no credential."""
    text = NOTES + (
        "threat-actors: {neighbour: {at: cloud}}\ncontrols:\n"
        "  2/authentication: {state: in place, probability: 0.5}\n  2/authorization: {state: in place, probability: 0.5}\n"
        "  2/encryption: {state: in place, probability: 0.5}\n  note/encryption-at-rest: absent\n"
    )
    Path("architecture.yaml").write_text(text, encoding="utf-8")
    data = json.loads(bartizan("paths", "neighbour", "note", "--no-bugs", "--format", "json").out)[
        "likelihood"
    ]
    assert data["at-least"] == data["at-most"] == pytest.approx(0.75)
    assert {each["control"] for each in data["weightiest"]} == {"2/authentication", "2/encryption"}
    ran = bartizan("paths", "neighbour", "note", "--no-bugs")
    assert "Likelihood, by the probabilities of the page: 0.75." in ran.out
    assert "taken to hold" in ran.out


def test_sarif_suppresses_what_the_baseline_accepts_today(bartizan: Bartizan, notes: Path) -> None:
    (threat,) = ids(bartizan, "data-in-cleartext")[:1]
    accepted = (
        f"known:\n  - {{threat: {threat}, because: Public anyway., owner: Jane Example, until: 2999-01-01}}\n"
    )
    Path("threats.yaml").write_text(accepted, encoding="utf-8")

    def suppressed() -> list[str]:
        out = bartizan("analyse", notes, "--format", "sarif", "--baseline", "threats.yaml").out
        results = json.loads(out)["runs"][0]["results"]
        return [each["partialFingerprints"]["bartizan/v1"] for each in results if each["suppressions"]]

    assert suppressed() == [threat]
    Path("threats.yaml").write_text(accepted.replace("2999", "1999"), encoding="utf-8")
    assert suppressed() == []
