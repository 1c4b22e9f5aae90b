"""Waits until files change, and until whoever changes them is done."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = "tuple[int, int, int] | None"
"""What is compared of a file: time of change, size, and which file it is; nothing when it is not there."""

LOOK_EVERY = 0.25
"""Seconds between two looks. A look costs a system call a file, less than any notification library's import."""
SETTLED_AFTER = 0.15
"""Seconds without another change after which a writer is taken to be done."""
MISSING_FOR = 1.0
"""Seconds a file may be away before that counts: editors that save by renaming take it away for a moment."""

Stamps: TypeAlias = Mapping[Path, Stamp]


def stamps(files: Collection[Path]) -> dict[Path, Stamp]:
    """Return how the files look now. Take it before reading them, so that no change goes unseen."""
    return {file: _stamp(file) for file in files}


def wait_for_change(
    before: Stamps,
    *,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Path, ...]:
    """Return the files that no longer look as in `before`, when they have stopped changing."""
    while True:
        changed = _changed(before)
        if changed:
            _settle(changed, sleep, clock)
            changed = _changed(before)
            if changed:
                return changed
        sleep(LOOK_EVERY)


def _settle(files: Collection[Path], sleep: Callable[[float], None], clock: Callable[[], float]) -> None:
    started = clock()
    last = stamps(files)
    while True:
        sleep(SETTLED_AFTER)
        now = stamps(files)
        patient = None in now.values() and clock() - started < MISSING_FOR
        if now == last and not patient:
            return
        last = now


def _changed(before: Stamps) -> tuple[Path, ...]:
    return tuple(file for file, stamp in before.items() if _stamp(file) != stamp)


def _stamp(file: Path) -> Stamp:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
