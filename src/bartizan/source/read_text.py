"""Reads a file's bytes into text with places, and says what is wrong with them."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from typing import TYPE_CHECKING

from bartizan.source.characters import REFUSED_IN_ANY_TEXT, refused_characters
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.text import Source, Span

if TYPE_CHECKING:
    from pathlib import Path

MAXIMUM_BYTES = 8 * 1024 * 1024
"""How much is read at most: the largest architecture we can imagine is a quarter of it."""

_BOM = b"\xef\xbb\xbf"
_PLACES_NAMED = 20
# `surrogateescape` turns each byte that is no UTF-8 into one of these, so that places stay right.
_ESCAPED_BYTES = re.compile("[\udc80-\udcff]+")


def read_source(
    path: Path, *, name: str | None = None, limit: int = MAXIMUM_BYTES
) -> tuple[Source | None, list[Diagnostic]]:
    """Read the file at `path`; nothing and the reason when there is no text to be had from it.

    `name` is what messages call it, else the path as given. At most `limit` bytes are read. A source that
    comes with errors can be shown and searched, but what it says is not what was written.
    """
    shown = name if name is not None else str(path)
    try:
        data = _read_bounded(path, limit)
    except OSError as error:
        return None, [_cannot_open(shown, error)]
    except ValueError:  # a NUL in the path
        return None, [Diagnostic("no-such-file", f"no file can be called `{shown}`")]
    if data is None:
        return None, [
            Diagnostic(
                "not-a-file",
                f"`{shown}` is not an ordinary file",
                help=("name a file on disk; to read from a pipe, save it first",),
            )
        ]
    if len(data) > limit:
        return None, [
            Diagnostic(
                "file-too-large",
                f"`{shown}` is larger than {_size(limit)}",
                help=("split it, or check that this is the file that was meant",),
            )
        ]
    return decode(data, shown)


def decode(data: bytes, name: str) -> tuple[Source | None, list[Diagnostic]]:
    """Decode bytes in memory, under the name that messages will call them by."""
    if encoding := _wide_encoding(data):
        return None, [
            Diagnostic(
                "utf-16",
                f"`{name}` is written in {encoding}, not in UTF-8",
                help=("save it as UTF-8: most editors offer that under “save with encoding”",),
            )
        ]
    bom = data.startswith(_BOM)
    text = data[len(_BOM) if bom else 0 :].decode("utf-8", errors="surrogateescape")
    wrong = [(match.start(), match.group()) for match in _ESCAPED_BYTES.finditer(text)]
    source = Source(
        name, _ESCAPED_BYTES.sub(lambda run: "\ufffd" * len(run.group()), text), bom, _digest(data)
    )
    diagnostics = [_not_utf_8(source, start, run) for start, run in wrong[:_PLACES_NAMED]]
    diagnostics += refused_characters(source, REFUSED_IN_ANY_TEXT)
    return source, diagnostics


def encode(text: str, like: Source) -> bytes:
    """Return the bytes to write for `text`, with a byte order mark if `like` was read with one."""
    return (_BOM if like.bom else b"") + text.encode("utf-8")


def _read_bounded(path: Path, limit: int) -> bytes | None:
    # Opened before it is looked at, so that it cannot be exchanged in between, and without waiting, so that a
    # named pipe without a writer does not hang us.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        kind = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, "is a directory")
        if not stat.S_ISREG(kind):
            return None
        return file.read(limit + 1)


def _cannot_open(name: str, error: OSError) -> Diagnostic:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Diagnostic("no-such-file", f"there is no file `{name}`", help=("check the path",))
    if isinstance(error, IsADirectoryError):
        return Diagnostic("not-a-file", f"`{name}` is a folder", help=("name the file inside it",))
    if isinstance(error, PermissionError):
        return Diagnostic(
            "unreadable-file", f"`{name}` may not be read", help=("check who may read the file",)
        )
    if error.errno == errno.ENXIO:  # a socket, or a device that is not there
        return Diagnostic("not-a-file", f"`{name}` is not an ordinary file")
    reason = error.strerror or type(error).__name__
    return Diagnostic("unreadable-file", f"`{name}` cannot be read: {reason.lower()}")


def _wide_encoding(data: bytes) -> str:
    """Say which of the wide encodings this looks like, if any."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    # Without a mark: in Latin script every other byte of UTF-16 is zero.
    head = data[:256]
    for zeros, letters in ((head[1::2], head[::2]), (head[::2], head[1::2])):
        if len(zeros) > 1 and not any(zeros) and all(letters):
            return "UTF-16"
    return ""


def _not_utf_8(source: Source, start: int, run: str) -> Diagnostic:
    first = ord(run[0]) - 0xDC00
    latin = bytes([first]).decode("cp1252", errors="replace")
    if len(run) == 1 and latin.isalpha():
        advice = (
            f"save the file as UTF-8; if it was Windows-1252 or Latin-1, this byte was meant as `{latin}`"
        )
    else:
        advice = "save the file as UTF-8"
    bytes_named = f"byte {first:02X}" if len(run) == 1 else f"{len(run)} bytes from {first:02X} on"
    return Diagnostic(
        name="not-utf-8",
        message="the text is not UTF-8",
        at=Label(Span(source, start, start + len(run)), f"{bytes_named} (hexadecimal)"),
        help=(advice,),
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _size(limit: int) -> str:
    mebibyte = 1024 * 1024
    return f"{limit // mebibyte} MiB" if limit >= mebibyte else f"{limit} bytes"
