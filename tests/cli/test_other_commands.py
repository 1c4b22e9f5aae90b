"""`read`, `show`, `rename`, `diff`, `page`, `schema`, `explain`, `completion` and `demo`, as they are typed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bartizan.project.open_page import OpenPage, open_page
from bartizan.project.save_edits import Edited, save
from bartizan.source.diagnostic import Diagnostic

RST = """\
=======================
Notes architecture page
=======================

**Status**: Draft

Components
~~~~~~~~~~
- Web Server (Python): Answers requests.
- Database (PostgreSQL): Keeps the notes.

Service architecture diagram
~~~~~~~~~~~~~~~~~~~~~~~~~~~~
.. image:: figures/notes.png

Interfaces
~~~~~~~~~~
1. Web Server->Database *[SQL]*:

   - Assets in flight: All notes

Friday
~~~~~~
The notes are printed on paper every Friday.
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcff9fa11e000782027f"
    "3dc848ef0000000049454e44ae426082"
)


@pytest.fixture
def rst(bartizan: Any) -> Path:
    assert bartizan
    Path("old/figures").mkdir(parents=True)
    Path("old/figures/notes.png").write_bytes(PIXEL)
    path = Path("old/page.rst")
    path.write_text(RST, encoding="utf-8")
    return path


@pytest.fixture
def page(bartizan: Any, notes: str) -> Path:
    assert bartizan
    path = Path("architecture.yaml")
    path.write_text(notes, encoding="utf-8")
    return path


def test_reading_a_page_says_what_was_placed_what_was_not_and_what_comes_next(
    bartizan: Any, rst: Path
) -> None:
    ran = bartizan("read", rst)

    assert (ran.code, ran.out) == (0, "old/architecture.yaml\n")
    assert "2 components, 1 interface" in ran.err
    assert "found no place" in ran.err
    assert "bartizan check old/architecture.yaml" in ran.err
    assert "Friday" in Path("old/architecture.yaml").read_text(encoding="utf-8")


def test_each_fact_that_was_read_has_its_line(bartizan: Any, rst: Path) -> None:
    bartizan("read", rst)

    lines = Path("old/architecture.yaml").read_text(encoding="utf-8").splitlines()
    web = next(line for line in lines if line.startswith("  web-server:"))
    assert web.endswith(f"# line {RST.splitlines().index('- Web Server (Python): Answers requests.') + 1}")
    assert bartizan("check", "old").code == 1


def test_what_was_read_says_the_same_as_the_page(bartizan: Any, rst: Path) -> None:
    bartizan("read", rst, "-o", "new/notes.yaml")

    assert bartizan("diff", rst, "new/notes.yaml").code == 0


def test_figures_go_where_the_page_goes(bartizan: Any, rst: Path) -> None:
    ran = bartizan("read", rst, "-o", "new")

    assert Path("new/figures/notes.png").read_bytes() == PIXEL
    assert "Copied: new/figures/notes.png." in ran.err


def test_a_figure_outside_of_the_pages_folder_is_not_fetched(bartizan: Any, rst: Path) -> None:
    Path("secret.png").write_bytes(PIXEL)
    Path("old/figures/notes.png").unlink()
    Path("old/figures/notes.png").symlink_to(Path("secret.png").resolve())
    rst.write_text(
        RST.replace("Interfaces\n", ".. image:: ../secret.png\n\nInterfaces\n", 1), encoding="utf-8"
    )

    ran = bartizan("read", rst, "-o", "new")

    assert ran.code == 0
    assert sorted(path.name for path in Path("new").rglob("*.png")) == []


def test_reading_replaces_nothing_unless_somebody_insists(bartizan: Any, rst: Path) -> None:
    Path("old/architecture.yaml").write_text("service: Mine\n", encoding="utf-8")

    assert bartizan("read", rst).code == 2
    assert Path("old/architecture.yaml").read_text(encoding="utf-8") == "service: Mine\n"
    assert bartizan("read", rst, "--force").code == 0


def test_reading_what_is_not_there_is_said(bartizan: Any) -> None:
    ran = bartizan("read", "page.rst")

    assert (ran.code, ran.out) == (2, "")
    assert "error[no-such-file]" in ran.err


@pytest.mark.usefixtures("page")
def test_showing_a_page_tells_what_was_brought_and_from_where(bartizan: Any) -> None:
    ran = bartizan("show")

    assert ran.code == 0
    assert "  1  browser → web" in ran.out
    assert "+ kind: database (it is made with PostgreSQL) [" in ran.out
    assert "  [1] " in ran.out


@pytest.mark.usefixtures("page")
def test_showing_a_page_as_json_is_data(bartizan: Any) -> None:
    document = json.loads(bartizan("show", "--format", "json").out)

    assert document["architecture"]["service"] == "Notes"
    assert {"path", "value", "because", "source", "follows-from"} == set(document["brought"][0])


def test_renaming_shows_the_change_and_makes_it(bartizan: Any, page: Path) -> None:
    dry = bartizan("rename", "web", "server", "--dry-run")
    before = page.read_text(encoding="utf-8")
    done = bartizan("rename", "web", "server")

    assert dry.out == done.out
    assert "+  server: {name: Web server" in done.out
    assert "# two of them" in before
    after = page.read_text(encoding="utf-8")
    assert after != before
    assert "# two of them" in after
    assert open_page().diagnostics == ()


@pytest.mark.usefixtures("page")
def test_renaming_what_is_not_there_changes_nothing(bartizan: Any) -> None:
    ran = bartizan("rename", "wbe", "server")

    assert (ran.code, ran.out) == (2, "")
    assert "did you mean `web`?" in ran.err


def test_a_file_that_somebody_else_changed_meanwhile_is_not_overwritten(
    bartizan: Any, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed_first(opened: OpenPage, change: Edited) -> tuple[Diagnostic, ...]:
        page.write_text("service: Theirs\n", encoding="utf-8")
        return save(opened, change)

    monkeypatch.setattr("bartizan.cli.rename.save", changed_first)

    ran = bartizan("rename", "web", "server")

    assert (ran.code, ran.out) == (2, "")
    assert "error[changed-on-disk]" in ran.err
    assert page.read_text(encoding="utf-8") == "service: Theirs\n"


def test_two_pages_are_compared_by_what_they_say(bartizan: Any, page: Path, notes: str) -> None:
    Path("new.yaml").write_text(notes.replace("PostgreSQL", "MySQL"), encoding="utf-8")

    ran = bartizan("diff", page, "new.yaml")

    assert ran.code == 1
    assert "Component Database: technology is now “MySQL”; it was “PostgreSQL”." in ran.out
    assert bartizan("diff", page, page).code == 0
    assert bartizan("diff", page, "gone.yaml").code == 2
    for form in ("json", "rst", "yaml"):
        assert "MySQL" in bartizan("diff", page, "new.yaml", "--format", form).out


def test_two_pages_with_the_same_error_say_why_the_exit_code_is_not_zero(
    bartizan: Any, page: Path, notes: str
) -> None:
    for file in (page, Path("newer.yaml")):
        file.write_text(f"{notes}nonsense: 1\n", encoding="utf-8")

    ran = bartizan("diff", page, "newer.yaml")

    assert ran.code == 2
    assert "The two pages say the same. The exit code is 2 for the errors above." in ran.err


def test_differences_are_written_into_the_newer_page(bartizan: Any, page: Path, notes: str) -> None:
    Path("new.yaml").write_text(notes.replace("PostgreSQL", "MySQL"), encoding="utf-8")

    ran = bartizan("diff", page, "new.yaml", "--write")

    assert ran.code == 0
    assert "+differences:" in ran.out
    assert len(open_page("new.yaml").architecture.differences) == 1
    assert "# what people call it" in Path("new.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("page")
def test_a_page_is_printed_in_all_forms_with_its_pictures(bartizan: Any) -> None:
    ran = bartizan("page")

    assert ran.code == 0, ran.err
    names = {Path(line).name for line in ran.out.splitlines()}
    assert {"architecture-page.rst", "architecture-page.html", "architecture-page.pdf"} <= names
    assert {"notes-architecture.svg", "notes-architecture.png"} <= names
    assert Path("page/architecture-page.pdf").read_bytes().startswith(b"%PDF-")
    assert "gaps still block a review" in ran.err
    rst = Path("page/architecture-page.rst").read_text(encoding="utf-8")
    for line in rst.splitlines():
        if ".. figure::" in line or ".. image::" in line:
            assert (Path("page") / line.split("::")[1].strip()).is_file()
    assert bartizan("diff", "architecture.yaml", "page/architecture-page.rst").code in {0, 1}


@pytest.mark.usefixtures("page")
def test_drawing_and_printing_do_not_take_each_others_pictures_for_somebody_elses(
    bartizan: Any, notes: str
) -> None:
    assert bartizan("draw").code == 0
    Path("architecture.yaml").write_text(notes.replace("PostgreSQL", "MySQL"), encoding="utf-8")
    assert bartizan("page", "--format", "rst").code == 0
    Path("architecture.yaml").write_text(notes.replace("PostgreSQL", "SQLite"), encoding="utf-8")
    assert bartizan("draw").code == 0


@pytest.mark.usefixtures("page")
def test_printing_twice_gives_the_same_bytes(bartizan: Any) -> None:
    for folder in ("one", "two"):
        assert bartizan("page", "-o", folder, "--date", "2026-11-22").code == 0

    for path in sorted(Path("one").rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (Path("two") / path.relative_to("one")).read_bytes(), path


def test_a_page_that_was_not_read_whole_is_not_printed(bartizan: Any, page: Path, notes: str) -> None:
    page.write_text(notes + "purpose: [open\n", encoding="utf-8")

    ran = bartizan("page")

    assert ran.code == 2
    assert not Path("page").exists()


def test_the_schema_is_json_and_can_be_put_into_a_folder(bartizan: Any) -> None:
    printed = bartizan("schema")

    assert json.loads(printed.out)["title"] == "Bartizan architecture page"
    Path("there").mkdir()
    assert bartizan("schema", "-o", "there").out == "there/architecture.schema.json\n"
    assert Path("there/architecture.schema.json").read_text(encoding="utf-8") == printed.out


def test_names_are_explained_listed_and_guessed(bartizan: Any) -> None:
    assert bartizan("explain", "components/instances").out.startswith("# components/instances\n")
    assert "no-such-component" in bartizan("explain").out
    ran = bartizan("explain", "no-such-compnent")
    assert ran.code == 2
    assert "did you mean `no-such-component`?" in ran.err


def test_the_page_in_rst_is_not_said_to_list_gaps_and_they_are_counted_as_check_counts_them(
    bartizan: Any, page: Path
) -> None:
    page.write_text("service: Notes\nstatus: ready for review\n", encoding="utf-8")
    checked = bartizan("check")
    printed = bartizan("page", "--format", "rst")

    (count,) = re.findall(r"(\d+) gaps keep it from a review", checked.out + checked.err)
    assert f"{count} gaps still block a review; `bartizan check` says more." in printed.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_completion_is_printed(bartizan: Any, shell: str) -> None:
    ran = bartizan("completion", shell)

    assert ran.code == 0
    assert "_BARTIZAN_COMPLETE" in ran.out
    program = shutil.which(shell)
    if program:
        assert subprocess.run([program, "-n"], input=ran.out, text=True, check=False).returncode == 0


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("bartizan ch", {"check"}),
        ("bartizan rename no", {"note"}),
        ("bartizan draw --use-case w", {"write-a-note"}),
        ("bartizan check --format s", {"sarif"}),
        ("bartizan explain section-m", {"section-missing"}),
    ],
)
def test_commands_options_and_ids_are_completed(typed: str, offered: set[str]) -> None:
    import os

    words = typed.split(" ")
    environment = os.environ | {
        "_BARTIZAN_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
    }
    ran = subprocess.run(
        [sys.executable, "-c", "from bartizan.cli.run import run; run([])"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert {line.partition(",")[2] for line in ran.stdout.splitlines()} == offered


def test_the_demonstration_runs_and_runs_again_and_keeps_what_somebody_changed(bartizan: Any) -> None:
    first = bartizan("demo", "there")
    again = bartizan("demo", "there")
    changed = Path("there/services/barbican/newton/architecture.yaml")
    changed.write_text("service: mine\n", encoding="utf-8")
    refused = bartizan("demo", "there")

    assert first.code == again.code == 0, first.err
    assert "Placed: " in first.err
    assert "keep it from a review" in first.err
    for line in first.out.splitlines():
        assert Path(line.split("  ")[0]).exists()
    assert refused.code == 2
    assert changed.read_text(encoding="utf-8") == "service: mine\n"


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    "words",
    [
        ["draw", "--dark", "--format", "mermaid"],
        ["draw", "--kind", "block", "--use-case", "write-a-note"],
        ["page", "--date", "2026-11-22", "--format", "rst"],
        ["page", "-o", "-"],
        ["diff", "architecture.yaml", "architecture.yaml", "--write", "--format", "json"],
    ],
)
def test_options_that_would_do_nothing_are_mistakes_on_the_command_line(
    bartizan: Any, words: list[str]
) -> None:
    ran = bartizan(*words)

    assert ran.code == 2
    assert "Error: " in ran.err
    assert not Path("page").exists()
