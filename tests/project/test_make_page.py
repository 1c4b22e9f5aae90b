"""A page is printed with all its diagrams, and leaves the same picture files as drawing does."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import bartizan
from tests.model.pages import FIRST_PAGE

STEPS = "".join(f"      browser->web: write note {at} [1]\n" for at in range(50))


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bartizan.Checked:
    monkeypatch.chdir(tmp_path)
    text = f"{FIRST_PAGE}use-cases:\n  write:\n    steps: |\n{STEPS}"
    (tmp_path / "architecture.yaml").write_text(text, encoding="utf-8")
    return bartizan.check(bartizan.open_page(), datetime.date(2026, 11, 22))


def test_a_sequence_parted_on_paper_is_one_picture_beside_the_text(checked: bartizan.Checked) -> None:
    files = {str(file.name) for file in bartizan.make_page(checked, ["rst"]).files}
    drawn = bartizan.draw(checked.page.architecture, bartizan.diagrams_of(checked.page.architecture))
    names = {str(file.name) for file in drawn.files}
    assert {f"figures/{name}" for name in names} <= files
    assert [name for name in files if "sequence-write-" in name] == []


def test_the_html_page_has_the_parts_and_the_data_flows_of_the_use_case(checked: bartizan.Checked) -> None:
    (html,) = bartizan.make_page(checked, ["html"]).files
    text = html.content.decode()
    assert "(1 of " in text
    assert text.count('id="drawing-notes-flows-write-') > 0


def test_what_a_page_includes_stands_in_its_print_once_and_is_not_included_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("part.yaml").write_text("components: {web: {technology: Python}}\n", encoding="utf-8")
    Path("architecture.yaml").write_text("service: x\ninclude: part.yaml\n", encoding="utf-8")
    checked = bartizan.check(bartizan.open_page(), datetime.date(2026, 1, 1))
    (printed,) = (file for file in bartizan.make_page(checked, ["rst"]).files if file.name.suffix == ".rst")

    assert b"part.yaml" not in printed.content
    assert b"Web" in printed.content
