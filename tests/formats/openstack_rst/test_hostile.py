"""Pages that are cut off, damaged or made to harm are read without a crash and in bounded time."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.formats.openstack_rst.page_limits import LARGEST
from tests.formats.openstack_rst.said import read

PUBLISHED = Path(__file__).resolve().parents[3] / "examples/barbican/published/architecture-page.rst"
PAGE = PUBLISHED.read_text(encoding="utf-8")
SECONDS = 20
"""Far more than any page takes, so that a busy machine fails nothing and what never ends fails."""


@given(st.integers(0, len(PAGE)), st.integers(0, 4000))
@settings(max_examples=15)
def test_any_stretch_of_a_page_is_read(start: int, length: int) -> None:
    assert read(PAGE[start : start + length]).architecture is not None


@pytest.mark.parametrize("seed", range(8))
def test_a_page_with_damaged_characters_is_read(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same damage each time
    damaged = list(PAGE[:6000])
    for _ in range(60):
        damaged[chance.randrange(len(damaged))] = chance.choice("*`_|:-=~[]<>\\\n\t .\u2192é☃\x00")

    assert read("".join(damaged)).architecture is not None


@pytest.mark.parametrize("seed", range(4))
def test_a_page_whose_lines_were_shuffled_is_read(seed: int) -> None:
    lines = PAGE.splitlines(keepends=True)[:150]
    random.Random(seed).shuffle(lines)  # noqa: S311  # the same order each time

    assert read("".join(lines)).architecture is not None


@given(st.text(max_size=200))
@settings(max_examples=40)
def test_any_text_is_read(text: str) -> None:
    assert read(text).architecture is not None


@pytest.mark.parametrize(
    "page",
    [
        "a" * (LARGEST + 1),
        "x" * 20_000,
        "*" * 5_000,
        "`" * 5_000,
        "\n".join("  " * depth + "- x\n" for depth in range(300)),
        "Data Assets\n~~~~~~~~~~~\n\n" + "- *" * 2_000,
        "Interfaces\n~~~~~~~~~~\n\n" + "1. A->B *[" + "[" * 3_000,
        "|a| " * 2_000,
        ".. |a| replace:: |b|\n.. |b| replace:: |a|\n\n|a|",
    ],
    ids=["large", "long line", "stars", "backquotes", "deep", "open stars", "brackets", "bars", "circle"],
)
def test_a_page_made_to_harm_ends(page: str) -> None:
    begun = time.monotonic()

    read(page)

    assert time.monotonic() - begun < SECONDS


def test_no_other_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOPSECRET", encoding="utf-8")
    folder = tmp_path / "page"
    folder.mkdir()
    page = (
        f".. include:: {secret}\n\n.. literalinclude:: ../secret.txt\n\n.. raw:: html\n   :file: ../secret.txt\n\n"
        ".. csv-table::\n   :file: ../secret.txt\n\n.. image:: ../secret.txt\n"
    )

    found = read(page, folder=folder)

    assert "TOPSECRET" not in repr(found.architecture)
    assert "figure-outside-the-page" in [each.name for each in found.diagnostics]
