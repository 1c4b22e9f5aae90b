"""One cause, one problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bartizan.project.open_page import OpenPage, file_problems, open_page

Opened = Callable[[str], OpenPage]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    monkeypatch.chdir(tmp_path)

    def read(text: str) -> OpenPage:
        Path("architecture.yaml").write_text(text, encoding="utf-8")
        return open_page()

    return read


def names(page: OpenPage) -> list[str]:
    return [each.name for each in page.diagnostics]


def test_a_name_that_nothing_has_is_told_once_with_all_its_places(opened: Opened) -> None:
    interfaces = "".join(f"  {number}: {{requestor: web, listener: database}}\n" for number in range(1, 4))
    page = opened(f"service: Notes\ncomponents: {{web: {{}}}}\ninterfaces:\n{interfaces}")

    assert names(page) == ["no-such-component"]
    assert [label.span.line for label in page.diagnostics[0].also] == [5, 6]


def test_of_very_many_places_some_are_shown_and_all_are_counted(opened: Opened) -> None:
    interfaces = "".join(f"  {number}: {{requestor: web, listener: database}}\n" for number in range(1, 101))
    page = opened(f"service: Notes\ncomponents: {{web: {{}}}}\ninterfaces:\n{interfaces}")

    assert page.diagnostics[0].also[-1].text == "and here, and in 93 more places"


@pytest.mark.parametrize("line", ["servise: Notes", "service: [Notes]", "service: {name: Notes}"])
def test_a_service_that_is_written_wrongly_is_not_missing_as_well(opened: Opened, line: str) -> None:
    assert "no-service" not in names(opened(f"{line}\ncomponents: {{web: {{}}}}\n"))
    assert len(names(opened(f"{line}\n"))) == 1


def test_a_service_that_is_missing_is_missed(opened: Opened) -> None:
    assert names(opened("components: {web: {}}\n")) == ["no-service"]
    assert names(opened("service:\n")) == ["no-service"]


def test_a_name_may_stand_in_a_part_that_could_not_be_read(opened: Opened) -> None:
    page = opened(
        "service: Notes\ncomponents:\n  web: {}\n  - database\ninterfaces:\n  1: {requestor: web, listener: queue}\n"
    )

    assert not page.complete
    assert "no-such-component" not in names(page)


def test_what_a_variant_brings_is_told_as_the_variants_and_what_the_page_has_only_once(
    opened: Opened,
) -> None:
    page = opened(
        "service: Notes\ncomponents: {web: {tecnology: x}}\nvariants:\n  small: {components: {cache: {tecnology: x}}}\n"
    )

    problems = file_problems(page)

    assert len(problems) == 2
    assert problems[1].message.endswith("(in the variant `small`)")
