"""Swaps two files in one step, where the system can, so that what was displaced can still be looked at."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100
"""`AT_FDCWD`: names are looked up from the current folder."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux' renameat2(2), and `RENAME_SWAP` of macOS' renamex_np(2)."""


def exchange_files(one: Path, other: Path) -> bool:
    """Swap two files of one folder; whether it was done, since not every system and file system can."""
    swap = _swap()
    return swap is not None and swap(os.fsencode(one), os.fsencode(other)) == 0


@cache
def _swap() -> Callable[[bytes, bytes], int] | None:
    system: str = sys.platform
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if system == "linux":
            renameat2 = library.renameat2
            return lambda one, other: int(renameat2(_HERE, one, _HERE, other, _EXCHANGE))
        if system == "darwin":
            renamex = library.renamex_np
            return lambda one, other: int(renamex(one, other, _EXCHANGE))
    except (AttributeError, OSError, TypeError):
        return None
    return None
