"""Says what is being done when it takes longer than a second and somebody looks on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bartizan.cli.terminal import Terminal

_AFTER = 1.0
_WIDTH = 24


class Progress:
    """One line at the bottom of a terminal: a bar where the number of steps is known, else the seconds so far."""

    def __init__(self, doing: str) -> None:
        """Start with what is being done, such as `drawing`."""
        self.doing = doing
        self.done = 0
        self.total = 0
        self._over = threading.Event()
        self._shown = False

    def step(self, doing: str, done: int, total: int) -> None:
        """Say which step is being taken now, how many are done, and how many there are."""
        self.doing, self.done, self.total = doing, done, total

    def clear(self) -> None:
        """Take the line away, so that something else can be printed; it comes back with the next second."""
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def _line(self, seconds: int) -> str:
        bar = ""
        if self.total > 1:
            full = _WIDTH * self.done // self.total
            bar = f"[{'#' * full}{'.' * (_WIDTH - full)}] {self.done + 1} of {self.total} "
        return f"\r\033[K{bar}{self.doing} … {seconds} s"

    def _show(self) -> None:
        if self._over.wait(_AFTER):
            return
        seconds = 1
        self._shown = True
        while True:
            sys.stderr.write(self._line(seconds))
            sys.stderr.flush()
            if self._over.wait(1.0):
                break
            seconds += 1
        self.clear()


@contextmanager
def progress(terminal: Terminal, doing: str) -> Iterator[Progress]:
    """Show a line while the block runs, from the first second on."""
    bar = Progress(doing)
    if not terminal.shows_progress:
        yield bar
        return
    thread = threading.Thread(target=bar._show, daemon=True)  # noqa: SLF001  (its own thread)
    thread.start()
    try:
        yield bar
    finally:
        bar._over.set()  # noqa: SLF001
        thread.join()
