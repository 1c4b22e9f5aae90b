"""A command line that is run in this process, in an empty folder."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bartizan.cli.run import run


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Bartizan = Callable[..., Ran]


@pytest.fixture
def bartizan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bartizan:
    """Run `bartizan` with the given words."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def ran(*words: str | Path) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([str(word) for word in words])
        return Ran(code, out.getvalue(), err.getvalue())

    return ran


NOTES = """\
format: 1
service: Notes   # what people call it
components:
  browser: {kind: person, domain: internet}
  web: {name: Web server, technology: Python, domain: cloud}   # two of them
  database: {technology: PostgreSQL, domain: cloud}
interfaces:
  1: {requestor: browser, listener: web, protocol: HTTPS, request: note}
  2: {requestor: web, listener: database, protocol: SQL, request: note}
data-assets:
  note: {confidentiality: high, persisted: database}
use-cases:
  write-a-note: |
    Browser->Web server: write a note [1]
    web->database: keep it [2]
"""


@pytest.fixture
def notes() -> str:
    """A small page that is read without a word."""
    return NOTES
