"""The installed command, run as a person runs it: another process, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "bartizan.cli"]

Typed = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, in which nothing above says where a workspace begins."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def typed(folder: Path) -> Typed:
    """Type a command in the folder."""

    def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        ran = subprocess.run(
            [*COMMAND, *words],
            cwd=folder, env=os.environ | {"HOME": str(folder)} | variables, capture_output=True, encoding="utf-8",
            errors="replace", timeout=120, check=False,
        )  # fmt: skip
        assert "mistake of its own" not in ran.stderr, ran.stderr
        return ran

    return run
