"""Giving something another id, in all files of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.project.open_page import OpenPage, open_page
from bartizan.project.rename import renamed
from bartizan.project.save_edits import save

PAGE = """\
# The page of Notes.
service: Notes
include: parts.yaml
interfaces:
  1: {requestor: browser, listener: web, protocol: HTTPS}   # the web
controls:
  web/filter: in place
use-cases:
  write-a-note: |
    browser->web: write a note [1]
variants:
  other: {components: {web: {technology: PHP}}}
"""
PARTS = "components:\r\n  browser: {kind: person}\r\n  web: {technology: 'Python'}  # two\r\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    monkeypatch.chdir(tmp_path)
    Path("architecture.yaml").write_text(PAGE, encoding="utf-8")
    Path("parts.yaml").write_bytes(PARTS.encode())
    page = open_page()
    assert page.diagnostics == ()
    return page


def test_it_is_renamed_wherever_it_is_named_and_nothing_else_changes(page: OpenPage) -> None:
    change = renamed(page, "web", "server")
    assert save(page, change) == ()

    expected = PAGE.replace("listener: web,", "listener: server,").replace("web/filter", "server/filter")
    expected = expected.replace("browser->web:", "browser->server:").replace("{web:", "{server:")
    assert Path("architecture.yaml").read_text(encoding="utf-8") == expected
    assert Path("parts.yaml").read_bytes().decode() == PARTS.replace("  web:", "  server:")
    assert open_page().diagnostics == ()


def test_the_change_is_shown_as_a_diff(page: OpenPage) -> None:
    diff = renamed(page, "web", "server").diff

    assert "-  web: {technology: 'Python'}  # two" in diff
    assert "+  server: {technology: 'Python'}  # two" in diff


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("wbe", "server", "no-such-id"),
        ("web", "browser", "id-taken"),
        ("web", "1", "id-taken"),
        ("web", "Web Server", "not-an-id"),
        ("web", "unknown", "not-an-id"),
        ("web", "web", "id-taken"),
    ],
)
def test_what_cannot_be_is_refused(page: OpenPage, old: str, new: str, name: str) -> None:
    change = renamed(page, old, new)

    assert [each.name for each in change.problems] == [name]
    assert change.texts == {}


def test_a_file_that_changed_meanwhile_is_left_alone_and_so_are_the_others(page: OpenPage) -> None:
    change = renamed(page, "web", "server")
    Path("parts.yaml").write_text("# somebody else was here\n", encoding="utf-8")

    problems = save(page, change)

    assert [each.name for each in problems] == ["changed-on-disk"]
    assert Path("parts.yaml").read_text(encoding="utf-8") == "# somebody else was here\n"
    assert Path("architecture.yaml").read_text(encoding="utf-8") == PAGE


def test_a_page_that_was_not_read_whole_is_not_touched(page: OpenPage) -> None:
    Path("architecture.yaml").write_text(PAGE + "purpose: [open\n", encoding="utf-8")

    assert [each.name for each in renamed(open_page(), "web", "server").problems] == ["not-read-whole"]


def test_an_id_that_only_a_variant_has_is_taken_too(page: OpenPage) -> None:
    text = PAGE.replace("{web: {technology: PHP}}", "{cache: {technology: Redis}}")
    Path("architecture.yaml").write_text(text, encoding="utf-8")

    assert [each.name for each in renamed(open_page(), "web", "cache").problems] == ["id-taken"]
    assert (
        "+  other: {components: {store: {technology: Redis}}}" in renamed(open_page(), "cache", "store").diff
    )


STEPS = """\
service: Notes
components:
  browser: {kind: person}
  web: {name: Web}
interfaces:
  1: {requestor: browser, listener: web, request: note}
data-assets: {note: {}}
use-cases:
"""


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ('  write: "browser->web: write [1: note]"\n', '  write: "browser->site: write [1: note]"\n'),
        ("  write: 'Browser->web: write [1: note]'\n", "  write: 'Browser->site: write [1: note]'\n"),
        ('  write: {steps: ["browser->web: go [1]"]}\n', '  write: {steps: ["browser->site: go [1]"]}\n'),
        ('  write: |\n    "browser"->"web": go [1]\n', '  write: |\n    "browser"->"site": go [1]\n'),
        ("  write: |\n    browser->Web: go [1]\n", "  write: |\n    browser->Web: go [1]\n"),
    ],
    ids=["double quotes", "single quotes", "in a list", "a name in quotes", "by its name"],
)
def test_a_step_in_quotes_is_followed_and_its_quotes_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, now: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("architecture.yaml").write_text(STEPS + typed, encoding="utf-8")
    page = open_page()
    assert page.diagnostics == ()

    assert save(page, renamed(page, "web", "site")) == ()

    assert (
        Path("architecture.yaml").read_text(encoding="utf-8")
        == STEPS.replace("  web:", "  site:").replace("listener: web", "listener: site") + now
    )
    assert open_page().diagnostics == ()


@pytest.mark.parametrize(
    "typed",
    ["  write: >-\n    browser->web: go [1]\n", '  write: "browser->web: a [1]\\nbrowser->web: b [1]"\n'],
)
def test_where_lines_are_folded_into_one_nothing_is_changed_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("architecture.yaml").write_text(STEPS.replace("{name: Web}", "{}") + typed, encoding="utf-8")

    change = renamed(open_page(), "browser", "person")

    assert [each.name for each in change.problems] == ["rename-unsure"]
    assert change.texts == {}
