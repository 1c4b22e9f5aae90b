"""Every broken file here is answered with all of its problems at once, each drawn where it is.

Beside each `.yaml` stands what a person sees, as `.txt`. To write these anew: BARTIZAN_UPDATE_GOLDEN=1; then read them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bartizan.cli.run import run
from bartizan.project.open_page import file_problems, open_page
from bartizan.source.draw_diagnostics import draw_all

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))
UPDATE = bool(os.environ.get("BARTIZAN_UPDATE_GOLDEN"))


@pytest.fixture(autouse=True)
def _beside_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) > 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_answered_as_it_was_agreed(path: Path) -> None:
    before = path.read_bytes()

    drawn = draw_all(file_problems(open_page(path.name)))

    golden = path.with_suffix(".txt")
    if UPDATE:
        golden.write_text(drawn, encoding="utf-8")
    assert drawn == golden.read_text(encoding="utf-8")
    assert path.read_bytes() == before


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_could_not_be_read_and_says_so_to_programs(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", path.name]) == 2

    printed = capsys.readouterr()
    assert "mistake of its own" not in printed.err
    assert (HERE / f"{path.stem}.txt").read_text(encoding="utf-8") in printed.out
