"""`bartizan new`: the first page of a service."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bartizan.project.open_page import open_page


def test_a_first_page_is_read_without_a_word_and_check_says_what_comes_next(bartizan: Any) -> None:
    new = bartizan("new", "Notes")
    checked = bartizan("check")

    assert (new.code, new.out) == (0, "architecture.yaml\n")
    assert "bartizan check" in new.err
    assert checked.code == 1
    assert "error[" not in checked.out
    assert checked.out.count("gap[") >= 4
    assert "components: {…: {technology: …" in checked.out


def test_every_hint_in_it_is_right_when_its_mark_is_taken_away(bartizan: Any) -> None:
    bartizan("new", "Notes")
    text = Path("architecture.yaml").read_text(encoding="utf-8")
    lines = [line.replace("  # ", "  ", 1) if line.startswith("  # ") else line for line in text.splitlines()]
    Path("architecture.yaml").write_text("\n".join(lines), encoding="utf-8")

    page = open_page()

    assert page.diagnostics == ()
    assert len(page.architecture.components) == 3
    assert len(page.architecture.interfaces) == 2
    assert [step.interface for step in page.architecture.use_cases["write-a-note"].steps] == ["1", "2"]


def test_editors_find_the_schema_by_its_first_line(bartizan: Any) -> None:
    bartizan("new", "Notes")

    first = Path("architecture.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = json.loads(Path(first.partition("$schema=")[2]).read_text(encoding="utf-8"))

    assert first.startswith("# yaml-language-server: $schema=")
    assert schema == json.loads(bartizan("schema").out)


@pytest.mark.parametrize(
    "service", ["Notes: yes # no", "*notes*", "x: - y", "$schema", "ノート", "no", "1.10", "a\nb: c"]
)
def test_a_service_may_be_called_anything(bartizan: Any, service: str) -> None:
    assert bartizan("new", service, "--release", "1.10").code == 0

    page = open_page()
    assert page.diagnostics == ()
    assert page.architecture.service == " ".join(service.split())
    assert page.architecture.release == "1.10"


def test_a_page_that_is_there_is_replaced_only_when_somebody_insists(bartizan: Any) -> None:
    Path("architecture.yaml").write_text("service: Mine\n", encoding="utf-8")

    refused = bartizan("new", "Notes")

    assert refused.code == 2
    assert "error[file-exists]" in refused.err
    assert "--force" in refused.err
    assert Path("architecture.yaml").read_text(encoding="utf-8") == "service: Mine\n"
    assert bartizan("new", "Notes", "--force").code == 0
    assert "service: Notes" in Path("architecture.yaml").read_text(encoding="utf-8")


def test_a_folder_may_be_named_and_is_made(bartizan: Any) -> None:
    ran = bartizan("new", "Notes", "-o", "some/where")

    assert ran.out == "some/where/architecture.yaml\n"
    assert Path("some/where/architecture.schema.json").is_file()


def test_in_a_workspace_it_goes_where_the_layout_has_it(bartizan: Any) -> None:
    ran = bartizan("new", "My Notes", "--release", "2026.2", "--layout", "openstack")

    assert ran.out == "doc/source/artifacts/my-notes/2026-2/architecture.yaml\n"
    assert Path("bartizan.toml").is_file()
    assert Path("architecture.schema.json").is_file()
    assert bartizan("check").code == 1
    assert bartizan("new", "Other").out == "doc/source/artifacts/other/current/architecture.yaml\n"
    assert "several-pages" in bartizan("check").out


def test_somebody_elses_schema_is_left_alone(bartizan: Any) -> None:
    Path("architecture.schema.json").write_text('{"mine": true}', encoding="utf-8")

    ran = bartizan("new", "Notes")

    assert ran.code == 2
    assert Path("architecture.schema.json").read_text(encoding="utf-8") == '{"mine": true}'


def test_an_older_schema_of_ours_is_renewed(bartizan: Any) -> None:
    bartizan("new", "Notes")
    schema = Path("architecture.schema.json")
    schema.write_text(
        schema.read_text(encoding="utf-8").replace("Notes", "").replace("\n", " "), encoding="utf-8"
    )

    assert bartizan("new", "Notes", "--force").code == 0
    assert schema.read_text(encoding="utf-8") == bartizan("schema").out


def test_without_a_service_and_nobody_to_ask_it_says_what_is_missing(bartizan: Any) -> None:
    ran = bartizan("new")

    assert ran.code == 2
    assert "which service" in ran.err
