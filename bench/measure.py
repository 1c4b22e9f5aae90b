"""Run a program and say what it cost: CPU seconds, peak memory, and how it ended."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1
"""What the system counts peak memory in: bytes on macOS, KiB elsewhere."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a program cost."""

    seconds: float
    """CPU time of the process and of all processes it waited for, user and system together."""
    waited: float
    """Seconds from its start to its end."""
    mebibytes: float
    """Its peak resident memory."""
    code: int
    """Its exit code; negative when a signal ended it, as at the time limit."""
    errors: str
    """The end of what it wrote to standard error."""


def run(command: Sequence[str], *, folder: Path, limit: float) -> Cost:
    """Run the program to its end, or for `limit` seconds of wall time."""
    # Without the layouts that an earlier run may have left in the user's cache.
    environment = os.environ | {"NO_COLOR": "1", "PYTHONHASHSEED": "0", "BARTIZAN_CACHE": "off"}
    errors = folder / "stderr.txt"
    with errors.open("wb") as written:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=written,
        )
        killer = threading.Timer(limit, process.kill)
        killer.start()
        try:
            # wait4 tells of this one process, where RUSAGE_CHILDREN would add up all that ever ran.
            _, status, used = os.wait4(process.pid, 0)
            waited = time.perf_counter() - began
        finally:
            killer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        seconds=used.ru_utime + used.ru_stime,
        waited=waited,
        mebibytes=used.ru_maxrss * KIB_PER_UNIT / 1024,
        code=process.returncode,
        errors=errors.read_text(encoding="utf-8", errors="replace")[-2000:],
    )


def best_of(tries: int, command: Sequence[str], *, folder: Path, limit: float) -> Cost:
    """Run it several times and take the cheapest run: the others were disturbed by something else."""
    return min(
        (run(command, folder=folder, limit=limit) for _ in range(tries)), key=lambda cost: cost.seconds
    )
