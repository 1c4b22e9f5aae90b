"""Remember layouts on disk, so that an unchanged picture is drawn at once; losing them costs only time."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

from bartizan.render.diagrams.elk.engine import VERSION, Graph, LayoutFailed, LayoutTookTooLong, lay_out

FORM = "1"
"""Goes up when what is remembered changes its form."""

FAILED = "failed"
"""The key under which is remembered why ELK failed."""

MOST_FILES = 400
"""How many layouts are kept; the ones not used for longest go first."""

MOST_BYTES = 8 * 1024**2
"""A layout longer than this is not kept, and a file longer than this is not read."""


def remembered_layout(graph: Graph, seconds: float) -> Graph:
    """Return the laid out graph from the cache, else lay it out within `seconds` and remember it.

    That ELK fails over a graph is remembered too, but not that the time was over: another day it may be enough.
    """
    folder = cache_folder()
    file = folder / f"{_digest(graph)}.elk" if folder else None
    known = _read(file) if file else None
    if known is None:
        known = _answer(graph, seconds)
        if file:
            _keep(file, known)
    if FAILED in known:
        raise LayoutFailed(str(known[FAILED]))
    return known


def _answer(graph: Graph, seconds: float) -> Graph:
    """Return what ELK makes of the graph, or why it failed."""
    try:
        return lay_out(graph, seconds)
    except LayoutTookTooLong:
        raise
    except LayoutFailed as failed:
        return {"id": "root", FAILED: str(failed)}


def cache_folder() -> Path | None:
    """Return the folder of the layouts in the user's cache, or nothing where there is no home to have one in.

    `BARTIZAN_CACHE=off` keeps nothing; any other value is the folder to use instead.
    """
    chosen = os.environ.get("BARTIZAN_CACHE", "")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen) / "layouts"
    with suppress(RuntimeError, OSError):
        return _users_cache() / "bartizan" / "layouts"
    return None


def _users_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    written = os.environ.get("XDG_CACHE_HOME", "")
    return Path(written) if Path(written).is_absolute() else Path.home() / ".cache"


def _digest(graph: Graph) -> str:
    text = json.dumps([FORM, VERSION, graph], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _read(file: Path) -> Graph | None:
    """Return what is remembered in `file`; anything that is not a whole layout counts as nothing."""
    with suppress(OSError, ValueError, zlib.error):
        if file.stat().st_size > MOST_BYTES:
            return None
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(file.read_bytes(), 16 * MOST_BYTES)
        known = json.loads(text) if unpacker.eof else None
        if isinstance(known, dict) and known.get("id") == "root":
            with suppress(OSError):
                os.utime(file)
            return known
    return None


def _keep(file: Path, laid_out: Graph) -> None:
    """Write the file whole or not at all; a cache that cannot be written is no reason to stop."""
    packed = zlib.compress(json.dumps(laid_out, separators=(",", ":")).encode(), 3)
    if len(packed) > MOST_BYTES:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as part:
                part.write(packed)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _drop_oldest(file.parent)


def _drop_oldest(folder: Path) -> None:
    files = list(folder.glob("*.elk"))
    if len(files) > MOST_FILES:
        for file in sorted(files, key=lambda each: each.stat().st_mtime)[: len(files) - MOST_FILES * 3 // 4]:
            file.unlink(missing_ok=True)
