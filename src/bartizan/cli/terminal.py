"""Where a command's output goes: data to stdout, words to stderr, colour and progress only on a terminal."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bartizan.source.diagnostic import Diagnostic, Severity
from bartizan.source.terminal_cells import visible

if TYPE_CHECKING:
    import click

_ASCII = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "→": "->",
    "─": "-", "•": "*", "×": "x", "✓": "ok", "\u00a0": " ",
}  # fmt: skip
_ERROR_HANDLER = "bartizan.readable"


@dataclass(frozen=True, slots=True)
class Terminal:
    """How this run talks to the person who started it."""

    colour: bool = False
    """Whether diagnostics are drawn with colour."""
    quiet: bool = False
    """Whether words are left out. Errors are never."""

    def data(self, text: str) -> None:
        """Print what was asked for: exactly, but for what could play tricks on a terminal."""
        _write(sys.stdout, printable(text) if sys.stdout.isatty() else text)

    def drawn(self, text: str) -> None:
        """Print what was asked for, where it is coloured and made safe for a terminal already."""
        _write(sys.stdout, text)

    def exactly(self, content: bytes) -> None:
        """Print the bytes of a file; to a terminal only when they are text."""
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None or sys.stdout.isatty():
            self.data(content.decode("utf-8", errors="replace"))
        else:
            sys.stdout.flush()
            buffer.write(content)
            buffer.flush()

    def data_lines(self, lines: Iterable[str]) -> None:
        """Print what was asked for, line by line; nothing at all where there is none."""
        text = "\n".join(lines)
        if text:
            self.data(text)

    def words(self, text: str) -> None:
        """Print what helps whoever looks on."""
        if not self.quiet:
            _write(sys.stderr, printable(text))

    def problems(self, diagnostics: Iterable[Diagnostic], *, as_data: bool = False) -> None:
        """Draw what is wrong with the files; notes are words."""
        from bartizan.source.draw_diagnostics import draw_all  # noqa: PLC0415  (most runs have nothing to draw)

        told = [each for each in diagnostics if not self.quiet or each.severity is not Severity.NOTE]
        if told:
            stream = sys.stdout if as_data else sys.stderr
            _write(stream, draw_all(told, colour=self.colour and stream.isatty()))

    @property
    def shows_progress(self) -> bool:
        """Whether somebody looks on and wants to."""
        return not self.quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody to answer a question."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def terminal_of(context: click.Context) -> Terminal:
    """Return the terminal as the options and the environment want it."""
    plain = context.meta.get("no_color") or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Terminal(colour=not plain, quiet=bool(context.meta.get("quiet")))


def printable(text: str) -> str:
    """Return `text` with whatever could play tricks on a terminal made visible."""
    return "\n".join(visible(line.rstrip("\r").expandtabs()) for line in text.split("\n"))


def make_streams_safe() -> None:
    """Let a terminal or file whose encoding lacks a character show something readable instead of stopping us."""
    codecs.register_error(_ERROR_HANDLER, _readable)
    # Whoever closed a stream (`>&-`) wants nothing from it; Python then has none at all.
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (open as long as we run)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (open as long as we run)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=_ERROR_HANDLER)


def _readable(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    shown = (_ASCII.get(each) or each.encode("ascii", "backslashreplace").decode() for each in missing)
    return "".join(shown), error.end


def _write(stream: TextIO, text: str) -> None:
    stream.write(text if text.endswith("\n") else text + "\n")
    stream.flush()
