"""Leaving a command running while the page is written: `--watch`."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Self

import pytest

READY = Path(__file__).resolve().parents[1] / "cli" / "ready.yaml"


START = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from bartizan.cli import main; main()"
"""Runs the command; before that it undoes what a shell does to what it runs in the background: let it ignore Ctrl-C."""


class Watching:
    """A command that runs until it is interrupted; what it prints is waited for."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", START, *words, "--watch"],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, text: str) -> str:
        """Wait until a line says `text`; return everything since the last time."""
        since = []
        while True:
            line = self.lines.get(timeout=60)
            since.append(line)
            self.said.append(line)
            if text in line:
                return "".join(since)

    def interrupt(self) -> int:
        """Press Ctrl-C; return the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=30)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


@pytest.fixture
def page(folder: Path) -> Path:
    path = folder / "architecture.yaml"
    path.write_bytes(READY.read_bytes())
    return path


pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to a process there")


def test_checking_goes_on_through_broken_states_and_renaming_editors(folder: Path, page: Path) -> None:
    with Watching(folder, "check") as watching:
        assert "ready for a review" in watching.until("Watching architecture.yaml")

        page.write_bytes(READY.read_bytes()[: READY.stat().st_size // 2])
        assert "error[" in watching.until("Watching")

        whole = folder / ".architecture.yaml.swp"
        whole.write_bytes(READY.read_bytes().replace(b"listener: web", b"listener: wbe"))
        page.unlink()
        whole.rename(page)
        assert "no component is called `wbe`" in watching.until("Watching")

        page.write_bytes(READY.read_bytes())
        assert "ready for a review" in watching.until("Watching")

        assert watching.interrupt() == 130
        assert "Traceback" not in "".join(watching.said)


def test_a_file_that_begins_to_be_included_is_watched_too(folder: Path, page: Path) -> None:
    part = folder / "part.yaml"
    part.write_text("notes: [kept]\n", encoding="utf-8")
    with Watching(folder, "check") as watching:
        watching.until("Watching architecture.yaml; ")
        page.write_bytes(READY.read_bytes() + b"include: part.yaml\n")
        watching.until("Watching architecture.yaml, part.yaml; ")
        part.write_text("components: {web: {technology: PHP}}\n", encoding="utf-8")
        assert "said-twice" in watching.until("Watching")
        assert watching.interrupt() == 130


def test_pictures_stay_as_they_were_while_the_page_is_broken(folder: Path, page: Path) -> None:
    picture = folder / "page" / "figures" / "notes-architecture.svg"
    with Watching(folder, "draw", "--kind", "block") as watching:
        watching.until("Watching")
        before = picture.read_bytes()
        page.write_bytes(READY.read_bytes() + b"purpose: [open\n")
        assert "error[" in watching.until("Watching")
        assert picture.read_bytes() == before
        page.write_bytes(READY.read_bytes().replace(b"PostgreSQL", b"MySQL"))
        watching.until("Watching")
        assert picture.read_bytes() != before
        assert watching.interrupt() == 130
