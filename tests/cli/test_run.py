"""What happens to a run that does not end as it should."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

COMMAND = [sys.executable, "-m", "bartizan.cli"]


def test_our_own_mistake_is_one_friendly_line(bartizan: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bartizan.cli.explain.explain", broken)

    ran = bartizan("explain", "no-service")

    assert ran.code == 2
    assert "bartizan made a mistake of its own and stopped: RuntimeError: out of order" in ran.err
    assert "BARTIZAN_DEBUG=1" in ran.err
    assert "Traceback" not in ran.err


def test_whoever_asks_for_it_gets_the_traceback(bartizan: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bartizan.cli.explain.explain", broken)
    monkeypatch.setenv("BARTIZAN_DEBUG", "1")

    assert "Traceback" in bartizan("explain", "no-service").err


def test_control_c_ends_quietly(bartizan: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bartizan.cli.explain.explain", interrupted)

    ran = bartizan("explain", "no-service")

    assert ran.code == 130
    assert ran.err.strip() == ""


def broken(_name: str) -> None:
    raise RuntimeError("out of order")


def interrupted(_name: str) -> None:
    raise KeyboardInterrupt


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="NOT TRIED: there is no /dev/full here")
@pytest.mark.parametrize("words", [["schema"], ["--help"], ["check", "--format", "json"]])
def test_a_full_disk_is_said_plainly_and_is_no_mistake_of_ours(tmp_path: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "bartizan.cli", *words],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path,
        )  # fmt: skip
    assert ran.returncode == 2
    assert "could not be written: No space left on device" in ran.stderr
    assert "mistake of its own" not in ran.stderr
    assert "Exception ignored" not in ran.stderr


@pytest.mark.parametrize("command", [["schema"], ["--help"], ["check", "--help"], ["explain"]], ids=" ".join)
def test_a_reader_that_has_had_enough_is_no_error(command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        ran = subprocess.run([*COMMAND, *command], stdout=closed, stderr=subprocess.PIPE, check=False)

    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "utf-8"])
def test_a_terminal_that_lacks_letters_shows_something_readable(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "architecture.yaml"
    page.write_text(
        "service: Señor 備忘録 “Notes” → there\ncomponents: {wéb: {technology: Python}}\n", encoding="utf-8"
    )
    environment = os.environ | {"PYTHONIOENCODING": encoding, "LC_ALL": "C"}

    for command in (["show"], ["check"], ["check", "--format", "json"], ["check", "--format", "github"]):
        ran = subprocess.run(
            [*COMMAND, *command, str(page)], capture_output=True, env=environment, check=False
        )
        assert ran.returncode == 2, ran.stderr
        assert b"mistake of its own" not in ran.stderr
        assert ran.stdout


@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-"])
def test_who_closed_a_stream_gets_no_complaint(redirection: str) -> None:
    words = " ".join(f"'{word}'" for word in COMMAND)
    ran = subprocess.run(["sh", "-c", f"{words} schema {redirection}"], capture_output=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, b"")
