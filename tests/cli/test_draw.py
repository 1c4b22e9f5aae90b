"""`bartizan draw`: which diagrams, in which form, and where they go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

NAMES = ["notes-architecture", "notes-flows", "notes-sequence-write-a-note"]


@pytest.fixture
def page(bartizan: Any, notes: str) -> Path:
    assert bartizan
    path = Path("architecture.yaml")
    path.write_text(notes, encoding="utf-8")
    return path


def files(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir() if not path.name.startswith("."))


def test_all_kinds_are_drawn_beside_where_the_page_is_printed(bartizan: Any, page: Path) -> None:
    ran = bartizan("draw")

    assert ran.code == 0, ran.err
    assert ran.out.splitlines() == [f"page/figures/{name}.svg" for name in NAMES]
    assert files("page/figures") == [f"{name}.svg" for name in NAMES]
    assert page.is_file()


@pytest.mark.usefixtures("page")
def test_the_same_page_gives_the_same_bytes(bartizan: Any) -> None:
    bartizan("draw", "-o", "one")
    bartizan("draw", "-o", "two")

    for name in NAMES:
        assert Path(f"one/{name}.svg").read_bytes() == Path(f"two/{name}.svg").read_bytes()


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        (["--kind", "block"], ["notes-architecture"]),
        (["--kind", "block", "--kind", "data-flow"], ["notes-architecture", "notes-flows"]),
        (["--use-case", "write-a-note"], ["notes-flows-write-a-note", "notes-sequence-write-a-note"]),
        (["--use-case", "write-a-note", "--kind", "sequence"], ["notes-sequence-write-a-note"]),
    ],
)
def test_what_is_drawn_can_be_chosen(bartizan: Any, words: list[str], drawn: list[str]) -> None:
    assert bartizan("draw", "-o", "out", *words).code == 0
    assert files("out") == [f"{name}.svg" for name in drawn]


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("format_", "ending"),
    [("png", "png"), ("mermaid", "mmd"), ("plantuml", "puml"), ("d2", "d2"), ("drawio", "drawio")],
)
def test_every_form_is_written(bartizan: Any, format_: str, ending: str) -> None:
    assert bartizan("draw", "--format", format_, "-o", "out").code == 0
    assert files("out") == [f"{name}.{ending}" for name in NAMES]


@pytest.mark.usefixtures("page")
def test_what_a_notation_cannot_say_is_said_and_the_rest_is_written(bartizan: Any) -> None:
    ran = bartizan("draw", "--format", "dot", "-o", "out")

    assert ran.code == 0
    assert files("out") == ["notes-architecture.dot", "notes-flows.dot"]
    assert "note[no-notation]" in ran.err


@pytest.mark.usefixtures("page")
def test_one_diagram_can_be_printed_instead(bartizan: Any) -> None:
    one, all_of_them = bartizan("draw", "--kind", "block", "-o", "-"), bartizan("draw", "-o", "-")

    assert one.code == 0
    assert one.out.startswith("<svg ")
    assert all_of_them.code == 2
    assert not Path("-").exists()


@pytest.mark.usefixtures("page")
def test_a_picture_for_a_dark_ground_is_another_one(bartizan: Any) -> None:
    bartizan("draw", "--kind", "block", "-o", "light", "--format", "png")
    bartizan("draw", "--kind", "block", "-o", "dark", "--format", "png", "--dark")

    assert (
        Path("light/notes-architecture.png").read_bytes() != Path("dark/notes-architecture.png").read_bytes()
    )


@pytest.mark.usefixtures("page")
def test_a_picture_that_somebody_edited_is_left_alone(bartizan: Any) -> None:
    bartizan("draw", "-o", "out")
    edited = Path("out/notes-flows.svg")
    edited.write_text("<svg>mine</svg>", encoding="utf-8")

    refused = bartizan("draw", "-o", "out")

    assert refused.code == 2
    assert "error[changed-by-hand]: `out/notes-flows.svg`" in refused.err
    assert "out/notes-architecture.svg" in refused.out
    assert edited.read_text(encoding="utf-8") == "<svg>mine</svg>"
    assert bartizan("draw", "-o", "out", "--force").code == 0
    assert "mine" not in edited.read_text(encoding="utf-8")


def test_a_changed_page_replaces_its_own_pictures(bartizan: Any, page: Path) -> None:
    bartizan("draw")
    before = Path("page/figures/notes-architecture.svg").read_bytes()
    page.write_text(page.read_text(encoding="utf-8").replace("PostgreSQL", "MySQL"), encoding="utf-8")

    assert bartizan("draw").code == 0
    assert Path("page/figures/notes-architecture.svg").read_bytes() != before


def test_a_page_with_an_unknown_id_is_drawn_and_the_exit_code_says_so(bartizan: Any, page: Path) -> None:
    page.write_text(
        page.read_text(encoding="utf-8").replace("listener: web,", "listener: wbe,"), encoding="utf-8"
    )

    ran = bartizan("draw", "--kind", "block")

    assert ran.code == 2
    assert ran.out == "page/figures/notes-architecture.svg\n"
    assert "no-such-component" in ran.err


def test_an_empty_page_has_nothing_to_draw(bartizan: Any, page: Path) -> None:
    page.write_text("service: Notes\n", encoding="utf-8")

    ran = bartizan("draw")

    assert (ran.code, ran.out) == (2, "")
    assert "nothing-to-draw" in ran.err


def test_a_page_without_use_cases_has_no_sequence_and_is_not_said_to_have_no_components(
    bartizan: Any, page: Path
) -> None:
    page.write_text("service: Notes\ncomponents: {web: {technology: Python}}\n", encoding="utf-8")

    ran = bartizan("draw", "--kind", "sequence")

    assert ran.code == 2
    assert "no use case with steps" in ran.err


@pytest.mark.usefixtures("page")
def test_a_use_case_that_is_not_there_is_answered_with_the_nearest(bartizan: Any) -> None:
    ran = bartizan("draw", "--use-case", "write-note")

    assert ran.code == 2
    assert "did you mean `write-a-note`?" in ran.err


@pytest.mark.usefixtures("page")
def test_a_folder_that_leads_out_of_the_workspace_by_a_link_is_refused(bartizan: Any, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    Path("page").symlink_to(elsewhere, target_is_directory=True)

    ran = bartizan("draw")

    assert ran.code == 2
    assert list(elsewhere.iterdir()) == []
