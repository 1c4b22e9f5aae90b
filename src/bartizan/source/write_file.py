"""Writes a file whole or not at all, never over a change that someone else made, and never outside a folder."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, TypeAlias

from bartizan.source.diagnostic import Diagnostic
from bartizan.source.exchange_files import exchange_files

if TYPE_CHECKING:
    from bartizan.source.diagnostic import Label

Digest: TypeAlias = str
"""SHA-256 of a file's bytes, in hexadecimal; `Source.digest` has that of the bytes as read."""


def digest_of(data: bytes) -> Digest:
    """Return the digest of some bytes."""
    return hashlib.sha256(data).hexdigest()


def write_atomically(
    path: Path,
    content: str | bytes,
    *,
    expected: Digest | None,
    overwrite: bool = False,
    root: Path | None = None,
) -> Diagnostic | None:
    """Write `content` to `path`; nothing when it was done, else why it was not.

    `expected` is the digest of what was read from the file: when something else stands there now, the file is
    left alone and `content` is kept in a file beside it. `None` means that there must be no file yet. With
    `overwrite` neither is looked at. A link is followed, but not out of `root`. Readers see the old content or
    the new one, never half of either, and permissions stay as they are.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        target = Path(os.path.realpath(path))
        if root is not None and not _is_inside(target, root):
            return _leads_out(str(path), None)
        if overwrite:
            _replace(target, data)
            return None
        now = _digest_on_disk(target)
        if expected is None:
            return _exists(path) if now is not None else _create(path, target, data)
        if now != expected or not _replace_if(target, data, expected):
            return _conflict(path, target, data, gone=not target.exists())
    except (OSError, ValueError) as error:
        return _cannot_write(path, error)
    return None


def safe_path(root: Path, relative: str | Path, *, at: Label | None = None) -> Path | Diagnostic:
    """Return the path below `root`, or why it leads out of it; `at` is where the path was written.

    Refused are absolute paths, `..`, and links that lead elsewhere. The file need not exist.
    """
    text = str(relative)
    parts = [*PurePosixPath(text).parts, *PureWindowsPath(text).parts]
    absolute = PurePosixPath(text).is_absolute() or PureWindowsPath(text).drive or PureWindowsPath(text).root
    if absolute or ".." in parts or "\0" in text:
        return _leads_out(text, at)
    path = root / text
    return path if _is_inside(Path(os.path.realpath(path)), root) else _leads_out(text, at)


def leads_out(path: Path, root: Path, *, name: str) -> Diagnostic | None:
    """Return the problem when the file that somebody named is a link, or lies behind one, that leads out of `root`."""
    return None if _is_inside(Path(os.path.realpath(path)), root) else _leads_out(name, None)


def _is_inside(target: Path, root: Path) -> bool:
    return target.is_relative_to(os.path.realpath(root))


def _leads_out(path: str, at: Label | None) -> Diagnostic:
    return Diagnostic(
        "path-outside",
        f"`{path}` leads out of the workspace",
        at,
        help=("name a file inside it: no absolute path, no `..`, no link that leads elsewhere",),
    )


# ---- writing -----------------------------------------------------------------------------------------------


def _digest_on_disk(target: Path) -> Digest | None:
    """Return the digest of what is there, read in pieces; nothing when nothing is."""
    try:
        kind = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(kind):
        raise OSError(errno.EINVAL, "not an ordinary file")
    with target.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _create(path: Path, target: Path, data: bytes) -> Diagnostic | None:
    temporary = _temporary(target, data)
    try:
        os.link(temporary, target)  # unlike a rename, this fails when a file has appeared meanwhile
    except FileExistsError:
        return _exists(path)
    except OSError:  # a file system without hard links
        if target.exists():
            return _exists(path)
        temporary.replace(target)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    _flush_folder(target.parent)
    return None


def _replace(target: Path, data: bytes) -> None:
    temporary = _temporary(target, data)
    try:
        temporary.replace(target)
    except OSError:
        temporary.unlink()
        raise
    _flush_folder(target.parent)


def _replace_if(target: Path, data: bytes, expected: Digest) -> bool:
    """Replace the file if it still is what is expected, and say whether it was.

    Between looking and replacing lies the time it takes to get the data onto the disk, in which someone else may save.
    So the two files change places first; what was displaced is then looked at, and put back when it is not what was
    read. Where files cannot change places, the last look is right before the replacement.
    """
    temporary = _temporary(target, data)
    try:
        if _digest_on_disk(target) != expected:
            return False
        if not exchange_files(temporary, target):
            temporary.replace(target)
        elif _digest_on_disk(temporary) != expected:
            exchange_files(temporary, target)
            return False
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    _flush_folder(target.parent)
    return True


def _temporary(target: Path, data: bytes) -> Path:
    """Write a file beside the target, with the target's permissions and owner, and wait until it is on disk."""
    temporary = target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            with suppress(FileNotFoundError):
                _copy_access(target.stat(), file.fileno())
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink()
        raise
    return temporary


def _copy_access(found: os.stat_result, descriptor: int) -> None:
    if hasattr(os, "fchown"):
        with suppress(PermissionError):  # only the superuser can give a file to someone else
            os.fchown(descriptor, found.st_uid, found.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(found.st_mode))


def _flush_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):  # some file systems cannot
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


# ---- what is said when it was not written ------------------------------------------------------------------


def _conflict(path: Path, target: Path, data: bytes, *, gone: bool) -> Diagnostic:
    kept = target.with_name(f"{target.name}.not-written-{digest_of(data)[:8]}")
    _replace(kept, data)
    happened = "was deleted" if gone else "was changed by someone else"
    return Diagnostic(
        "changed-on-disk",
        f"`{path}` {happened} after it was read; it was left alone",
        help=(
            f"what would have been written is kept in `{path.with_name(kept.name)}`",
            "compare the two, take over what is wanted, and do it again",
        ),
    )


def _exists(path: Path) -> Diagnostic:
    return Diagnostic(
        "file-exists",
        f"there is a file `{path}` already; it was left alone",
        help=("choose another name, or move the old file away",),
    )


def _cannot_write(path: Path, error: OSError | ValueError) -> Diagnostic:
    reason = (error.strerror if isinstance(error, OSError) else None) or "the name is not one for a file"
    return Diagnostic(
        "cannot-write",
        f"`{path}` cannot be written: {reason.lower()}",
        help=("nothing was changed; check that the folder exists and may be written to",),
    )
