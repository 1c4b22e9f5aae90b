"""Environments with the programs we measure beside, made when they are first needed and locked like our own."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

BENCH = Path(__file__).resolve().parent
PYTM = ("1.4.0", "1.3.1")
"""The newest pytm, and the one before its report began to copy the whole model for each finding."""
MAL = "mal-toolbox-2.11.0"
"""mal-toolbox, with mal-simulator: the toolbox makes the attack graph, the simulator says what an attacker reaches in it."""


class Unusable(Exception):  # noqa: N818  what is unusable is the other program
    """A program that was to be asked gave no answer."""


def pytm_python(version: str) -> Path:
    """Return the Python of an environment with that pytm alone."""
    return peer_python(f"pytm-{version}")


def peer_python(name: str) -> Path:
    """Return the Python of an environment with that peer alone; make it when it is not there or its lock is newer.

    Raises `Unusable` where it cannot be made.
    """
    lock = BENCH / "requirements" / f"{name}.txt"
    environment = BENCH / ".envs" / name
    python = environment / "bin" / "python"
    stamp = environment / ".installed"
    if not stamp.exists() or stamp.stat().st_mtime < lock.stat().st_mtime:
        print(f"Making an environment with {name} …", file=sys.stderr)
        venv.create(environment, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        # Each lock holds all that its peer needs to run, so nothing is looked for beside it.
        locked = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(lock)]
        if subprocess.run([*pip, *locked], check=False).returncode:
            raise Unusable(f"an environment with {name} cannot be made here; pip says why")
        stamp.touch()
    return python


def ask_peer(name: str, program: str, arguments: list[str], *, folder: Path, limit: float) -> Any:
    """Run a program of ours in the environment of a peer, and return the JSON that it prints.

    Raises `Unusable` where it fails or takes more than `limit` seconds.
    """
    command = [str(peer_python(name)), str(BENCH / program), *arguments]
    try:
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        raise Unusable(f"{program} with {name}: no answer within {limit:g} seconds") from None
    except subprocess.CalledProcessError as failure:
        raise Unusable(
            f"{program} with {name}: ended with {failure.returncode}\n{failure.stderr[-2000:]}"
        ) from None
    return json.loads(run.stdout)
