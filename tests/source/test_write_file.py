"""Files are written whole or not at all, and never over someone else's change."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.source import write_file
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.exchange_files import exchange_files
from bartizan.source.read_text import read_source
from bartizan.source.write_file import digest_of, safe_path, write_atomically


def name_of(diagnostic: Diagnostic | Path | None) -> str:
    assert isinstance(diagnostic, Diagnostic)
    return diagnostic.name


def names_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def test_a_file_that_was_read_is_written_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    path.write_text("old")
    source, _ = read_source(path)
    assert source is not None

    assert write_atomically(path, "new ü", expected=source.digest) is None
    assert path.read_text(encoding="utf-8") == "new ü"
    assert names_in(tmp_path) == ["page.yaml"]


def test_a_file_that_changed_meanwhile_is_left_alone_and_what_would_have_been_written_is_kept(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.yaml"
    path.write_text("changed by an editor")

    found = write_atomically(path, "ours", expected=digest_of(b"what we read"))

    assert name_of(found) == "changed-on-disk"
    assert path.read_text() == "changed by an editor"
    (kept,) = [one for one in tmp_path.iterdir() if one != path]
    assert kept.read_text() == "ours"
    assert found is not None
    assert kept.name in found.help[0]


def test_a_file_that_was_deleted_meanwhile_is_not_made_again(tmp_path: Path) -> None:
    found = write_atomically(tmp_path / "page.yaml", "ours", expected=digest_of(b"x"))

    assert name_of(found) == "changed-on-disk"
    assert not (tmp_path / "page.yaml").exists()
    assert [one.read_text() for one in tmp_path.iterdir()] == ["ours"]


def test_a_new_file_takes_no_other_ones_place_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"

    assert write_atomically(path, "one", expected=None) is None
    assert name_of(write_atomically(path, "two", expected=None)) == "file-exists"
    assert path.read_text() == "one"
    assert write_atomically(path, b"three", expected=None, overwrite=True) is None
    assert path.read_text() == "three"
    assert names_in(tmp_path) == ["page.yaml"]


def test_a_file_that_appears_at_the_last_moment_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.yaml"
    link = os.link

    def slow_link(one: Path, other: Path) -> None:
        path.write_text("theirs")
        link(one, other)

    monkeypatch.setattr(os, "link", slow_link)
    assert name_of(write_atomically(path, "ours", expected=None)) == "file-exists"
    assert path.read_text() == "theirs"
    assert names_in(tmp_path) == ["page.yaml"]


def test_permissions_stay_and_those_of_a_new_file_are_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    path.write_text("old")
    path.chmod(0o640)
    write_atomically(path, "new", expected=digest_of(b"old"))
    write_atomically(tmp_path / "new.yaml", "new", expected=None)
    (tmp_path / "usual").write_text("")

    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (tmp_path / "new.yaml").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_is_followed_inside_the_workspace_and_not_out_of_it(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "real.yaml").write_text("old")
    (root / "inner.yaml").symlink_to("real.yaml")
    (root / "outer.yaml").symlink_to(outside / "victim")
    (root / "folder").symlink_to(outside)

    assert write_atomically(root / "inner.yaml", "new", expected=digest_of(b"old"), root=root) is None
    assert (root / "inner.yaml").is_symlink()
    assert (root / "real.yaml").read_text() == "new"
    for path in (root / "outer.yaml", root / "folder" / "x", root / ".." / "x"):
        assert (
            name_of(write_atomically(path, "x", expected=None, overwrite=True, root=root)) == "path-outside"
        )
    assert names_in(outside) == []


def test_when_writing_fails_the_old_file_is_whole_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.yaml"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    found = write_atomically(path, "new", expected=digest_of(b"old"))
    assert name_of(found) == "cannot-write"
    assert found is not None
    assert "no space left on device" in found.message
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["page.yaml"]


@pytest.mark.parametrize("name", ["missing/page.yaml", "folder", "nul\0", "a" * 300])
def test_where_no_file_can_be_that_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()

    assert name_of(write_atomically(tmp_path / name, "x", expected=None, overwrite=True)) == "cannot-write"
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_without_hard_links_a_new_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    assert write_atomically(tmp_path / "x", "new", expected=None) is None
    assert name_of(write_atomically(tmp_path / "x", "newer", expected=None)) == "file-exists"
    assert (tmp_path / "x").read_text() == "new"


@pytest.mark.parametrize(
    "relative",
    [
        "../x",
        "a/../../x",
        "a/..",
        "/etc/passwd",
        "C:\\x",
        "C:x",
        "\\x",
        "\\\\server\\share",
        "..\\x",
        "a\\..\\x",
        "x\0y",
    ],
)
def test_a_path_that_leads_out_is_refused(tmp_path: Path, relative: str) -> None:
    assert name_of(safe_path(tmp_path, relative)) == "path-outside"


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_not(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("/etc")
    (tmp_path / "in").symlink_to(".")
    (tmp_path / "loop").symlink_to("loop")

    assert name_of(safe_path(tmp_path, "out/passwd")) == "path-outside"
    assert name_of(safe_path(tmp_path, "in/in/out")) == "path-outside"
    assert safe_path(tmp_path, "in/page.yaml") == tmp_path / "in" / "page.yaml"
    assert safe_path(tmp_path, "./page/figures/new.svg") == tmp_path / "page/figures/new.svg"
    assert isinstance(safe_path(tmp_path, "loop/x"), Path)


@given(st.text(alphabet="./\\ab\0:C"))
def test_every_path_that_is_let_through_stays_inside(relative: str) -> None:
    root = Path("/nowhere/root")
    path = safe_path(root, relative)

    if isinstance(path, Path):
        assert Path(os.path.normpath(path)).is_relative_to(root)


@pytest.mark.parametrize("saves", ["into the file", "over the file"])
@pytest.mark.parametrize("can_exchange", [True, False])
def test_what_someone_saves_while_we_write_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saves: str, *, can_exchange: bool
) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"read\n")
    to_disk = write_file._temporary

    def slowly(target: Path, data: bytes) -> Path:
        temporary = to_disk(target, data)
        if saves == "into the file":
            target.write_bytes(b"read\nand added\n")
        else:
            other = tmp_path / "other"
            other.write_bytes(b"read\nand added\n")
            other.replace(target)
        return temporary

    monkeypatch.setattr(write_file, "_temporary", slowly)
    if not can_exchange:
        monkeypatch.setattr(write_file, "exchange_files", lambda *_: False)
    problem = write_file.write_atomically(file, "ours\n", expected=write_file.digest_of(b"read\n"))
    assert problem is not None
    assert problem.name == "changed-on-disk"
    assert file.read_bytes() == b"read\nand added\n"


def test_what_is_saved_between_the_last_look_and_the_replacement_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, other = tmp_path / "a.yaml", tmp_path / "b"
    file.write_bytes(b"read\n")
    other.write_bytes(b"")
    if not exchange_files(file, other) or not exchange_files(file, other):
        pytest.skip("this system cannot swap two files in one step")

    def late(one: Path, target: Path) -> bool:
        if not (tmp_path / "saved").exists():
            (tmp_path / "saved").write_bytes(b"")
            target.write_bytes(b"read\nand added\n")
        return exchange_files(one, target)

    monkeypatch.setattr(write_file, "exchange_files", late)
    problem = write_file.write_atomically(file, "ours\n", expected=write_file.digest_of(b"read\n"))
    assert problem is not None
    assert file.read_bytes() == b"read\nand added\n"
    assert [each.read_bytes() for each in tmp_path.glob("a.yaml.not-written-*")] == [b"ours\n"]
