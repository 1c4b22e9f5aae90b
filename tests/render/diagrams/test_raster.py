import struct
from dataclasses import replace

import pytest

from bartizan.render.diagrams import Picture, block_diagram, png, raster
from tests.render.diagrams.made_up import hostile, notes


@pytest.fixture(scope="module")
def block() -> Picture:
    return block_diagram(notes())[0]


def size(image: bytes) -> tuple[int, int]:
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", image[16:24])
    return int(width), int(height)


def test_a_picture_becomes_a_png_of_its_own_size_times_the_scale(block: Picture) -> None:
    assert size(png(block, scale=1)) == (block.width, block.height)
    assert size(png(block)) == (2 * block.width, 2 * block.height)


def test_the_same_picture_becomes_the_same_bytes_and_another_in_the_dark(block: Picture) -> None:
    assert png(block, scale=1) == png(block, scale=1)
    assert png(block, scale=1) != png(block, scale=1, dark=True)


def test_texts_are_drawn_in_the_shipped_font(block: Picture) -> None:
    without = replace(
        block,
        plain_svg="".join(line for line in block.plain_svg.splitlines(keepends=True) if "<text" not in line),
    )
    assert png(block, scale=1) != png(without, scale=1)


def test_a_picture_with_letters_of_other_fonts_is_drawn_too() -> None:
    (block,) = block_diagram(hostile())
    assert size(png(block, scale=1)) == (block.width, block.height)


def test_a_huge_picture_is_drawn_smaller_instead_of_filling_the_memory(
    block: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raster, "MOST_PIXELS", 40_000)
    width, height = size(png(block, scale=8))
    assert width * height <= 41_000
