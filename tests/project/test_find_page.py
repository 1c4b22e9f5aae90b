"""Which page a command is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.project.find_page import find_page
from bartizan.project.open_page import open_page


def page_in(folder: Path, name: str = "architecture.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("service: Notes\n", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def test_a_file_that_is_named_is_the_page_whatever_it_is_called(tmp_path: Path) -> None:
    page = page_in(tmp_path, "notes.yml")

    assert find_page(page).path == page


def test_a_folder_that_is_named_holds_the_page(tmp_path: Path) -> None:
    page = page_in(tmp_path / "notes")

    assert find_page(tmp_path / "notes").path == page


def test_without_a_name_it_is_the_page_here(tmp_path: Path) -> None:
    page_in(tmp_path)
    page_in(tmp_path / "services" / "other" / "1")

    assert find_page().path == Path("architecture.yaml")


def test_without_a_page_here_it_is_the_only_one_of_the_workspace(tmp_path: Path) -> None:
    page = page_in(tmp_path / "services" / "notes" / "1")

    assert find_page().path == page


def test_it_is_found_from_a_folder_deep_inside_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_in(tmp_path / "services" / "notes" / "1")
    below = tmp_path / "src" / "deep"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)

    assert find_page().path == page


def test_of_several_none_is_guessed_and_all_are_named(tmp_path: Path) -> None:
    pages = [page_in(tmp_path / "services" / "notes" / release) for release in ("2", "1")]

    found = find_page()

    assert found.path is None
    assert found.choices == tuple(sorted(pages))
    assert found.problem is not None
    assert found.problem.name == "several-pages"
    assert "`services/notes/1`, `services/notes/2`" in found.problem.help[0]


def test_a_named_folder_narrows_the_choice(tmp_path: Path) -> None:
    page = page_in(tmp_path / "services" / "notes" / "1")
    page_in(tmp_path / "services" / "other" / "1")

    assert find_page(tmp_path / "services" / "notes").path == page


def test_the_layout_of_the_settings_is_the_one_that_is_searched(tmp_path: Path) -> None:
    page_in(tmp_path / "services" / "notes" / "1")
    page = page_in(tmp_path / "doc" / "source" / "artifacts" / "notes" / "1")
    (tmp_path / "bartizan.toml").write_text('[page]\nlayout = "openstack"\n', encoding="utf-8")

    assert find_page().path == page


def test_where_there_is_none_it_is_said_how_to_begin(tmp_path: Path) -> None:
    page_in(tmp_path, "old-page.rst")

    found = find_page()

    assert found.problem is not None
    assert found.problem.name == "no-page"
    assert "bartizan new" in found.problem.help[0]
    assert "bartizan read old-page.rst" in found.problem.help[1]


def test_several_pages_below_a_folder_without_one_are_named(tmp_path: Path) -> None:
    for service in ("one/docs", "two"):
        page_in(tmp_path / service)

    found = find_page()

    assert [each.parent.name for each in found.choices] == ["docs", "two"]
    assert found.problem is not None
    assert "`one/docs`" in found.problem.help[0]


def test_a_single_page_below_is_shown_and_not_taken(tmp_path: Path) -> None:
    page_in(tmp_path / "deep/in/here")
    page_in(tmp_path / ".hidden")

    found = find_page()

    assert found.path is None
    assert found.problem is not None
    assert found.problem.help[0] == "there is one below: `bartizan check deep/in/here`"


def test_a_file_that_is_not_there_is_answered_with_the_one_beside_it(tmp_path: Path) -> None:
    page_in(tmp_path, "a.yaml")

    found = find_page(Path("a.yml"))

    assert found.problem is not None
    assert found.problem.help == ("did you mean `a.yaml`?",)
    assert find_page(Path("something-else.yaml")).path == Path("something-else.yaml")


def test_a_page_or_its_settings_behind_a_link_that_leads_out_of_the_workspace_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("root: x: y\n", encoding="utf-8")
    inside = tmp_path / "workspace"
    (inside / "elsewhere").mkdir(parents=True)
    (inside / ".git").mkdir()
    monkeypatch.chdir(inside)
    Path("architecture.yaml").symlink_to(secret)
    Path("bartizan.toml").symlink_to(secret)
    Path("elsewhere").joinpath("page.yaml").write_text("service: x\n", encoding="utf-8")
    Path("page.yaml").symlink_to(Path("elsewhere") / "page.yaml")

    opened = open_page(Path("architecture.yaml"))
    assert [each.name for each in opened.diagnostics] == ["path-outside", "path-outside"]
    assert not opened.complete
    assert not opened.sources
    Path("bartizan.toml").unlink()
    assert open_page(Path("page.yaml")).architecture.service == "x"


def test_a_workspace_that_is_entered_by_a_link_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "architecture.yaml").write_text("service: x\n", encoding="utf-8")
    (tmp_path / "link").symlink_to("real", target_is_directory=True)
    monkeypatch.chdir(tmp_path)

    assert open_page(Path("link")).architecture.service == "x"
