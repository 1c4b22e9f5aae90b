"""The file of a figure that somebody drew: what it is, how large it is, and whether it can be printed safely."""

from __future__ import annotations

import base64
import re
import struct
from dataclasses import dataclass

MAXIMUM_BYTES = 8 * 1024 * 1024
"""The largest file that is printed into a page."""

MAXIMUM_PIXELS = 50_000_000
"""The most pixels that are unpacked for a page: a few bytes of file can claim any number of them."""


@dataclass(frozen=True, slots=True)
class FigureFile:
    """A picture file, or why it cannot be printed."""

    media_type: str = ""
    width: int = 0
    """In pixels, as is the height; zero when the file does not say."""
    height: int = 0
    base64: str = ""
    problem: str = ""


def figure_file(data: bytes | None) -> FigureFile:
    """Return what `data` holds; what it is follows from its first bytes, never from its name."""
    if data is None:
        return FigureFile(problem="the file was not found")
    if len(data) > MAXIMUM_BYTES:
        return FigureFile(problem=f"the file is larger than {MAXIMUM_BYTES // 1024 // 1024} MiB")
    kind, width, height = _kind_and_size(data)
    if not kind:
        return FigureFile(problem="the file is no PNG, JPEG, GIF, WebP or SVG picture")
    if kind != SVG and not width * height:
        return FigureFile(problem="the file is damaged: it does not say how large the picture is")
    if width * height > MAXIMUM_PIXELS:
        return FigureFile(problem=f"the picture has more than {MAXIMUM_PIXELS // 1_000_000} million pixels")
    if kind == SVG and re.search(rb"<!ENTITY", data, re.IGNORECASE):
        return FigureFile(problem="the SVG file declares entities, which are not expanded here")
    return FigureFile(kind, width, height, base64.b64encode(data).decode("ascii"))


SVG = "image/svg+xml"


def _kind_and_size(data: bytes) -> tuple[str, int, int]:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ("image/png", *_two(">II", data, 16))
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ("image/gif", *_two("<HH", data, 6))
    if data.startswith(b"\xff\xd8\xff"):
        return ("image/jpeg", *_jpeg_size(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ("image/webp", *_webp_size(data))
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<") and re.search(rb"<svg[\s>/]", head):
        return (SVG, 0, 0)
    return ("", 0, 0)


def _two(form: str, data: bytes, at: int) -> tuple[int, int]:
    try:
        width, height = struct.unpack_from(form, data, at)
    except struct.error:
        return 0, 0
    return int(width), int(height)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walk from segment to segment to the one that begins a frame."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte before a marker
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = _two(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + max(2, _two(">HH", data, at + 2)[0])
    return 0, 0


def _webp_size(data: bytes) -> tuple[int, int]:
    """Read the size from the first chunk, of which there are three kinds (RFC 9649)."""
    chunk = data[12:16]
    if chunk == b"VP8X" and len(data) >= 30:
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if chunk == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 " and len(data) >= 30:
        width, height = _two("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0
