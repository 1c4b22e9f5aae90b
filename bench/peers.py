"""Environments with the programs we measure beside, made when they are first needed and locked like our own."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

BENCH = Path(__file__).resolve().parent
PYTM = ("1.4.0", "1.3.1")
"""The newest pytm, and the one before its report began to copy the whole model for each finding."""


def pytm_python(version: str) -> Path:
    """Return the Python of an environment with that pytm alone; make it when it is not there or its lock is newer."""
    lock = BENCH / "requirements" / f"pytm-{version}.txt"
    environment = BENCH / ".envs" / f"pytm-{version}"
    python = environment / "bin" / "python"
    stamp = environment / ".installed"
    if not stamp.exists() or stamp.stat().st_mtime < lock.stat().st_mtime:
        print(f"Making an environment with pytm {version} …", file=sys.stderr)
        venv.create(environment, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        subprocess.run([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock)], check=True)
        stamp.touch()
    return python
