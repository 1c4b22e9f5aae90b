"""Generated files: made anew, never over what somebody changed."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from bartizan.project.made_files import RECORD, MadeFile, write_made


def made(**files: str) -> list[MadeFile]:
    return [
        MadeFile(PurePosixPath(name.replace("__", "/") + ".txt"), text.encode())
        for name, text in files.items()
    ]


def test_files_are_written_and_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "page"

    first = write_made(folder, made(one="1", figures__two="2"))
    again = write_made(folder, made(one="1, changed", figures__two="2"))

    assert first.problems == again.problems == ()
    assert first.paths == again.paths == (folder / "one.txt", folder / "figures" / "two.txt")
    assert (folder / "one.txt").read_text(encoding="utf-8") == "1, changed"


def test_what_is_as_it_should_be_is_not_touched(tmp_path: Path) -> None:
    write_made(tmp_path, made(one="1"))
    before = [path.stat().st_mtime_ns for path in (tmp_path / "one.txt", tmp_path / RECORD)]

    write_made(tmp_path, made(one="1"))

    assert [path.stat().st_mtime_ns for path in (tmp_path / "one.txt", tmp_path / RECORD)] == before


@pytest.mark.parametrize("record", ["kept", "lost", "broken"])
def test_what_somebody_changed_stays_and_the_others_are_made(tmp_path: Path, record: str) -> None:
    write_made(tmp_path, made(one="1", two="2"))
    (tmp_path / "one.txt").write_text("mine", encoding="utf-8")
    if record == "lost":
        (tmp_path / RECORD).unlink()
        (tmp_path / "two.txt").unlink()
    elif record == "broken":
        (tmp_path / RECORD).write_text("<<<<<<< ours", encoding="utf-8")
        (tmp_path / "two.txt").unlink()

    written = write_made(tmp_path, made(one="1 new", two="2 new"))

    assert [each.name for each in written.problems] == ["changed-by-hand"]
    assert (tmp_path / "one.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "two.txt").read_text(encoding="utf-8") == "2 new"


def test_whoever_insists_gets_the_new_one(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("mine", encoding="utf-8")

    assert write_made(tmp_path, made(one="1"), force=True).problems == ()
    assert (tmp_path / "one.txt").read_text(encoding="utf-8") == "1"


def test_nothing_is_written_outside_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path, target_is_directory=True)

    written = write_made(
        folder,
        [MadeFile(PurePosixPath("../out.txt"), b"x"), MadeFile(PurePosixPath("link/out.txt"), b"x")],
        force=True,
    )

    assert [each.name for each in written.problems] == ["path-outside", "path-outside"]
    assert not (tmp_path / "out.txt").exists()


def test_a_file_in_the_way_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("a file", encoding="utf-8")

    assert [each.name for each in write_made(tmp_path / "page", made(one="1")).problems] == ["no-folder"]
