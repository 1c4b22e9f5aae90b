"""From nothing to a printed page, as a person goes: begin, look what is missing, write, look again, draw, print."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

READY = Path(__file__).resolve().parents[1] / "cli" / "ready.yaml"


def test_a_page_grows_until_nothing_is_missing_and_is_printed(typed: Any, folder: Path) -> None:
    begun = typed("new", "Notes")
    assert begun.returncode == 0
    assert begun.stdout == "architecture.yaml\n"

    first = typed("check")
    assert first.returncode == 1
    assert "gap[section-missing]" in first.stdout

    page = folder / "architecture.yaml"
    text = (
        page.read_text(encoding="utf-8").replace("  # browser:", "  browser:").replace("  # web:", "  web:")
    )
    page.write_text(text.replace("  # 1: {", "  1: {").replace("  # note:", "  note:"), encoding="utf-8")
    slip = typed("check")
    assert slip.returncode == 2
    assert "no component is called `database`" in slip.stdout
    assert "no data asset is called `password`" in slip.stdout

    shutil.copy(READY, page)
    ready = typed("check")
    assert (ready.returncode, ready.stdout) == (0, "")
    assert "ready for a review" in ready.stderr

    drawn = typed("draw")
    assert drawn.returncode == 0
    assert len(drawn.stdout.splitlines()) == 3

    printed = typed("page", "--date", "2026-11-22")
    assert printed.returncode == 0
    for name in printed.stdout.splitlines():
        assert (folder / name).stat().st_size > 100

    renamed = typed("rename", "web", "web-server")
    assert renamed.returncode == 0
    assert typed("check").returncode == 0

    shutil.copy(READY, folder / "old.yaml")
    differs = typed("diff", "old.yaml", "architecture.yaml")
    assert differs.returncode == 1
    assert "id is now “web-server”" in differs.stdout


def test_a_page_of_openstack_is_read_checked_and_printed_again(
    typed: Any, folder: Path, shared: Path
) -> None:
    shutil.copytree(shared / "corpus" / "openstack-ta" / "barbican-newton", folder / "old")
    for path in (folder / "old").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    (folder / "old").chmod(0o755)

    read = typed("read", "old/architecture-page.rst", "-o", "new")
    assert read.returncode == 0
    assert (folder / "new" / "figures" / "barbican_architecture-diagram.png").is_file()

    same = typed("diff", "old/architecture-page.rst", "new")
    assert "The two pages say the same." in same.stderr

    checked = typed("check", "new")
    assert checked.returncode == 2
    for contradiction in (
        "certificate-authority-dogtag",
        "keystone-rest",
        "protocol",
        "gap[placeholder-left]",
    ):
        assert contradiction in checked.stdout, contradiction

    printed = typed("page", "new", "--format", "rst", "--format", "html")
    assert "new/page/architecture-page.rst" in printed.stdout

    again = typed("read", "new/page/architecture-page.rst", "-o", "third")
    assert again.returncode == 0
    assert "Component" not in typed("diff", "new", "third").stdout


def test_without_settings_and_without_git_everything_works_in_the_folder(typed: Any, folder: Path) -> None:
    shutil.copy(READY, folder / "architecture.yaml")

    assert typed("check").returncode == 0
    assert typed("draw", "--kind", "block").stdout == "page/figures/notes-architecture.svg\n"


def test_settings_say_where_pages_are_and_where_printing_goes(typed: Any, folder: Path) -> None:
    typed("new", "Notes", "--release", "1", "--layout", "openstack")
    page = folder / "doc/source/artifacts/notes/1/architecture.yaml"
    shutil.copy(READY, page)

    printed = typed("page", "--format", "rst")

    assert printed.returncode == 0
    assert "doc/source/artifacts/notes/1/architecture-page.rst" in printed.stdout.splitlines()


def test_an_old_page_beside_the_file_is_not_replaced_by_the_printed_one(typed: Any, folder: Path) -> None:
    typed("new", "Notes", "--release", "1", "--layout", "openstack")
    old = folder / "doc/source/artifacts/notes/1/architecture-page.rst"
    shutil.copy(READY, old.with_name("architecture.yaml"))
    old.write_text("written by hand\n", encoding="utf-8")

    refused = typed("page", "--format", "rst")

    assert refused.returncode == 2
    assert "error[changed-by-hand]" in refused.stderr
    assert old.read_text(encoding="utf-8") == "written by hand\n"


@pytest.mark.parametrize(
    "variables", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}]
)
def test_everything_can_be_typed_where_only_ascii_is_known(
    typed: Any, folder: Path, variables: dict[str, str]
) -> None:
    text = (
        READY.read_text(encoding="utf-8")
        .replace("Ada Lovelace", "Ada Łóveläce 備")
        .replace("name: Web\n", "name: Wéb →\n")
    )
    (folder / "architecture.yaml").write_text(text, encoding="utf-8")

    for words in (
        ["check", "--all"],
        ["show"],
        ["draw"],
        ["page"],
        ["rename", "web", "server"],
        ["explain", "no-service"],
    ):
        ran = typed(*words, **variables)
        assert ran.returncode == 0, (words, ran.stderr)
    assert "Ł" in (folder / "architecture.yaml").read_text(encoding="utf-8")


@pytest.mark.skipif(
    not Path("/proc/self").is_dir(), reason="there is no folder here that nobody may write to"
)
def test_a_folder_that_cannot_be_written_to_is_said_and_nothing_is_lost(typed: Any, folder: Path) -> None:
    shutil.copy(READY, folder / "architecture.yaml")

    for words in (
        ["draw", "-o", "/proc/bartizan"],
        ["page", "-o", "/proc/bartizan"],
        ["new", "x", "-o", "/proc/bartizan"],
    ):
        ran = typed(*words)
        assert ran.returncode == 2
        assert "error[no-folder]" in ran.stderr


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for the superuser"
)
def test_a_read_only_folder_is_said_and_nothing_is_lost(typed: Any, folder: Path) -> None:
    shutil.copy(READY, folder / "architecture.yaml")
    folder.chmod(0o555)
    try:
        for words in (["draw"], ["page"], ["rename", "web", "server"], ["new", "x", "--force"]):
            ran = typed(*words)
            assert ran.returncode == 2, words
            assert "error[" in ran.stderr
        assert typed("check").returncode == 0
    finally:
        folder.chmod(0o755)
    assert (folder / "architecture.yaml").read_bytes() == READY.read_bytes()
