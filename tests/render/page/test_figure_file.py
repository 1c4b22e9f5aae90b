"""What a figure's file is follows from its bytes, and a file that would cost too much is refused."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.page.figure_file import MAXIMUM_BYTES, figure_file


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06\x00\x00\x00"


def jpeg(width: int, height: int) -> bytes:
    before = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + b"\x00" * 9
    return b"\xff\xd8" + before + b"\xff\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + b"\x03" * 10


def webp(chunk: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 12 + len(body)) + b"WEBP" + chunk + struct.pack("<I", len(body)) + body


PICTURES = {
    "image/png": png(640, 480),
    "image/jpeg": jpeg(640, 480),
    "image/gif": b"GIF89a" + struct.pack("<HH", 640, 480) + b"\x00\x00\x00",
    "image/webp": webp(b"VP8X", b"\x00" * 4 + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")),
}


@pytest.mark.parametrize("media_type", PICTURES)
def test_a_picture_is_known_by_its_first_bytes_and_so_is_its_size(media_type: str) -> None:
    found = figure_file(PICTURES[media_type])
    assert (found.media_type, found.width, found.height, found.problem) == (media_type, 640, 480, "")


def test_the_other_two_kinds_of_webp_say_their_size_too() -> None:
    lossy = webp(b"VP8 ", b"\x00" * 6 + struct.pack("<HH", 640, 480))
    lossless = webp(b"VP8L", b"\x2f" + (639 | 479 << 14).to_bytes(4, "little"))
    assert [(figure_file(each).width, figure_file(each).height) for each in (lossy, lossless)] == [
        (640, 480)
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "\ufeff<?xml version='1.0'?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'>\n<svg width='3'>",
    ],
)
def test_an_svg_file_is_known_by_its_root(text: str) -> None:
    assert figure_file(text.encode()).media_type == "image/svg+xml"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (None, "the file was not found"),
        (b"", "the file is no PNG, JPEG, GIF, WebP or SVG picture"),
        (b"MZ program", "the file is no PNG, JPEG, GIF, WebP or SVG picture"),
        (b"<html><body><b>svg</b>", "the file is no PNG, JPEG, GIF, WebP or SVG picture"),
        (b"\x89PNG\r\n\x1a\n", "the file is damaged: it does not say how large the picture is"),
        (png(0, 480), "the file is damaged: it does not say how large the picture is"),
        (png(100_000, 100_000), "the picture has more than 50 million pixels"),
        (
            b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
            "the SVG file declares entities, which are not expanded here",
        ),
        (b"\x00" * (MAXIMUM_BYTES + 1), "the file is larger than 8 MiB"),
    ],
)
def test_what_cannot_be_printed_says_why(data: bytes | None, problem: str) -> None:
    found = figure_file(data)
    assert (found.problem, found.base64) == (problem, "")


@given(st.sampled_from([b"", *PICTURES.values()]), st.binary(max_size=60), st.integers(0, 60))
def test_any_bytes_have_an_answer(start: bytes, rest: bytes, cut: int) -> None:
    found = figure_file(start[:cut] + rest)
    assert bool(found.problem) != bool(found.base64)
