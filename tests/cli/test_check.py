"""`bartizan check`: what it prints where, and its exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

READY = Path(__file__).with_name("ready.yaml")
"""A page that lacks nothing."""


def written(text: str, name: str = "architecture.yaml") -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_page_that_lacks_nothing_has_exit_code_zero(bartizan: Any) -> None:
    ran = bartizan("check", READY)

    assert (ran.code, ran.out) == (0, "")
    assert "ready for a review" in ran.err


def test_a_page_with_gaps_has_exit_code_one(bartizan: Any, notes: str) -> None:
    written(notes)

    ran = bartizan("check")

    assert ran.code == 1
    assert "gap[contact-missing]: the page does not name" in ran.out
    assert "keep it from a review" in ran.err


def test_a_page_with_an_error_has_exit_code_two_and_its_gaps_are_said_all_the_same(
    bartizan: Any, notes: str
) -> None:
    written(notes.replace("listener: web,", "listener: wbe,"))

    ran = bartizan("check")

    assert ran.code == 2
    assert ran.out.index("error[no-such-component]") < ran.out.index("gap[contact-missing]")


def test_a_page_that_was_not_read_whole_is_not_said_to_lack_what_was_not_read(
    bartizan: Any, notes: str
) -> None:
    written(notes.replace("{kind: person", "{kind: [person"))

    ran = bartizan("check")

    assert ran.code == 2
    assert "gap[" not in ran.out
    assert "when it can be read whole" in ran.err


def test_a_page_that_is_not_there_has_exit_code_two(bartizan: Any) -> None:
    ran = bartizan("check", "architecture.yaml")

    assert ran.code == 2
    assert "error[no-such-file]" in ran.out


def test_where_there_is_no_page_it_is_said_how_to_begin_one(bartizan: Any) -> None:
    ran = bartizan("check")

    assert ran.code == 2
    assert "bartizan new" in ran.out


def test_advice_waits_while_there_are_gaps_and_counts_only_when_asked(bartizan: Any) -> None:
    text = READY.read_text(encoding="utf-8")
    abuse_case = next(line for line in text.splitlines() if line.startswith("  read-others-notes:"))
    written(text.replace(f"abuse-cases:\n{abuse_case}\n", ""))

    assert bartizan("check").code == 0
    assert "advice[abuse-case-unsaid]" in bartizan("check").out
    assert bartizan("check", "--strict").code == 1


def test_advice_alone_fits_on_a_screen_unless_all_is_wanted(bartizan: Any) -> None:
    doubts = "".join(
        f"  part-{at}: {{technology: Python, domain: cloud, instances: banana, description: Which {at}?, placement: U-C}}\n"
        for at in range(9)
    )
    text = READY.read_text(encoding="utf-8").replace(
        "release: 2026.2\nversion: 1.0.0\n", "version: unknown\n"
    )
    interfaces = "".join(
        f"  {at + 10}: {{name: P, requestor: web, listener: part-{at}, protocol: HTTPS, request: Words, response: note,"
        " request-credentials: password, request-authorization: ownership, response-credentials: nothing}\n"
        for at in range(9)
    )
    text = text.replace("components:\n", f"components:\n{doubts}").replace(
        "interfaces:\n", f"interfaces:\n{interfaces}"
    )
    written(text.replace("status: ready for review", "status: draft"))

    short, everything = bartizan("check"), bartizan("check", "--all")

    assert short.code == everything.code == 0
    assert len(short.out.splitlines()) <= 26 < len(everything.out.splitlines())
    assert "(and 8 more)" in short.out
    assert "`--all`" in short.out
    assert "`--all`" not in everything.out
    for rule in ("instances-not-understood", "question-left", "named-but-not-listed", "answered-unknown"):
        assert rule in short.out


def test_the_summary_counts_what_the_other_formats_count(bartizan: Any, notes: str) -> None:
    written(f"{notes}status: ready for review\nnonsense: 1\n")

    ran, document = bartizan("check", "--all"), json.loads(bartizan("check", "--format", "json").out)

    counts = [int(number) for number in re.findall(r"(\d+) (?:problem|gap)", ran.err)]
    assert sum(counts) == document["counts"]["error"]
    assert counts[0] == ran.out.count("error[") == 2


def test_what_is_missing_from_a_whole_page_is_shown_at_one_line(bartizan: Any, notes: str) -> None:
    written(notes)

    github = bartizan("check", "--format", "github").out

    for line, end in re.findall(r"file=[^,]*,line=(\d+),.*?endLine=(\d+)", github):
        assert line == end


def test_each_place_of_one_gap_among_several_is_named(bartizan: Any, notes: str) -> None:
    written(f"{notes}purpose: TODO\nnotes: [{{text: TODO}}, {{text: '**<TODO>**'}}]\n")

    assert "`TODO` (also architecture.yaml:17:" in bartizan("check").out


def test_many_gaps_of_one_kind_are_listed_only_when_all_are_wanted(bartizan: Any, notes: str) -> None:
    assets = "".join(f"  asset-{number}: {{confidentiality: high}}\n" for number in range(30))
    written(notes.replace("data-assets:\n", f"data-assets:\n{assets}"))

    assert "more; `--all` lists them" in bartizan("check").out
    assert "asset-29" not in bartizan("check").out
    everything = bartizan("check", "--all").out
    assert "`--all`" not in everything
    assert "asset-29" in everything


def test_a_waived_gap_is_counted_and_shown_with_its_reason(bartizan: Any, notes: str) -> None:
    waiver = "waivers: [{gap: contact-missing, because: The team is new., until: 2999-12-31}]\n"
    written(notes + waiver)

    short, long = bartizan("check"), bartizan("check", "--all")

    assert "contact-missing" not in short.out
    assert "1 waived" in short.err
    assert "waived, until 2999-12-31: The team is new." in long.out
    assert "The team is new." in bartizan("check", "--all", "--format", "json").out


def test_the_help_contact_of_the_settings_is_named(bartizan: Any, notes: str) -> None:
    written(notes)
    written('[page]\nhelp-contact = "ask@example.org"\n', "bartizan.toml")

    assert "For help: ask@example.org." in bartizan("check").err


def test_wrong_settings_are_an_error_of_the_page_that_is_checked(bartizan: Any, notes: str) -> None:
    written(notes)
    written('[page]\nhelp-contct = "ask@example.org"\n', "bartizan.toml")

    ran = bartizan("check")

    assert ran.code == 2
    assert "bartizan.toml:2:1" in ran.out


def test_as_json_it_is_data_for_programs(bartizan: Any, notes: str) -> None:
    written(notes.replace("Python", "Python, tecnology: x"))

    ran = bartizan("check", "--format", "json")

    document = json.loads(ran.out)
    assert ran.code == 2
    assert ran.err == ""
    assert {"unknown-field", "contact-missing"} <= {each["name"] for each in document["diagnostics"]}


def test_as_sarif_and_for_github_the_same_is_said(bartizan: Any, notes: str) -> None:
    written(notes)

    sarif = json.loads(bartizan("check", "--format", "sarif").out)
    github = bartizan("check", "--format", "github").out

    rules = {each["id"]: each for each in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert {each["ruleId"] for each in sarif["runs"][0]["results"]} == set(rules)
    said = rules["contact-missing"]["shortDescription"]["text"]
    assert said == "The page names its team lead, its architect and its security reviewers."
    assert "# contact-missing" in rules["contact-missing"]["help"]["markdown"]
    assert "helpUri" not in rules["contact-missing"]
    assert "::error file=architecture.yaml," in github


def test_a_variant_is_checked_with_the_page_or_alone(bartizan: Any, notes: str) -> None:
    written(notes + "variants:\n  small: {components: {database: ~}}\n")

    both, alone = bartizan("check"), bartizan("check", "--variant", "small")

    assert "(in the variant `small`)" in both.out
    assert "(in the variant `small`)" in alone.out
    assert both.code == alone.code == 2


def test_a_variant_that_is_not_there_is_answered_with_the_nearest(bartizan: Any, notes: str) -> None:
    written(notes + "variants:\n  small: {contacts: ~}\n")

    ran = bartizan("check", "--variant", "smal")

    assert ran.code == 2
    assert "did you mean `small`?" in ran.err


def test_quiet_leaves_the_words_out_and_nothing_else(bartizan: Any, notes: str) -> None:
    written(notes)

    assert bartizan("check", "--quiet").out == bartizan("check").out
    assert bartizan("-q", "check").err == bartizan("check", "-q").err == ""


def test_a_page_in_restructuredtext_is_checked_where_it_stands(bartizan: Any) -> None:
    page = (
        "Notes architecture page\n=======================\n\nComponents\n----------\n"
        "- Web server (Python): Answers requests.\n- Web server (nginx): Passes them on.\n"
    )
    written(page, "page.rst")

    ran = bartizan("check", "page.rst")

    assert "page.rst:" in ran.out
    assert "gap[" in ran.out


@pytest.mark.usefixtures("bartizan")
def test_the_same_page_gives_the_same_words_whatever_the_hash_seed(notes: str) -> None:
    written(notes)
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "bartizan.cli", "check", "--all"],
            env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=False,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip

    assert len(outputs) == 1
