"""`bartizan read` of what is no architecture page: nothing is written, unless somebody insists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("page.md", "# Notes\n\n## Components\n\n- Web: answers\n", "not-an-architecture-page"),
        ("page.rst", "Cooking\n=======\n\nSoup\n----\n\nBoil water.\n", "not-an-architecture-page"),
        ("page.rst", "service: Notes\ncomponents:\n  web: {}\n", "already-a-page"),
        ("page.rst", "\n", "empty-page"),
    ],
)
def test_what_is_no_page_is_said_and_nothing_is_written(
    bartizan: Any, name: str, text: str, said: str
) -> None:
    Path(name).write_text(text, encoding="utf-8")

    ran = bartizan("read", name)

    assert (ran.code, ran.out) == (2, "")
    assert f"error[{said}]" in ran.err
    assert not Path("architecture.yaml").exists()


def test_who_insists_gets_all_its_text_as_notes(bartizan: Any) -> None:
    Path("page.rst").write_text("Cooking\n=======\n\nSoup\n----\n\nBoil water.\n", encoding="utf-8")

    ran = bartizan("read", "page.rst", "--force")

    assert ran.out == "architecture.yaml\n"
    assert "Boil water." in Path("architecture.yaml").read_text(encoding="utf-8")


def test_a_page_that_nobody_filled_in_is_written(bartizan: Any) -> None:
    Path("page.rst").write_text(
        "Page\n====\n\nComponents\n----------\n\nInterfaces\n----------\n", encoding="utf-8"
    )

    ran = bartizan("read", "page.rst")

    assert ran.out == "architecture.yaml\n"
    assert "Nothing is filled in yet" in ran.err


PAGE = """\
Notes
=====

Project description and purpose
-------------------------------
Keeps notes.

Background
----------
It began in spring.

Plans
-----
<TODO>
"""


def test_a_page_with_little_in_it_is_not_called_unfilled(bartizan: Any) -> None:
    Path("page.rst").write_text(PAGE, encoding="utf-8")

    ran = bartizan("read", "page.rst")

    assert "There are no components, interfaces or data assets in it." in ran.err
    assert "from lines 10, 14." in ran.err


def test_lines_that_a_printed_page_names_are_not_said_to_be_lines_of_it(bartizan: Any) -> None:
    Path("page.rst").write_text(PAGE, encoding="utf-8")
    bartizan("read", "page.rst")
    bartizan("page", ".", "--format", "rst", "-o", "printed", "-q")
    (printed,) = Path("printed").glob("*.rst")
    lines = printed.read_text(encoding="utf-8").splitlines()

    ran = bartizan("read", printed, "-o", "again")

    named = [int(line) for line in re.findall(r"\d+", ran.err.partition("from lines ")[2].partition(".")[0])]
    assert ran.code == 0
    assert ":from: page.rst:10" in " ".join(lines)
    assert len(named) == 2
    assert "It began in spring." in " ".join(lines[named[0] - 1 : named[0] + 2])


def test_a_placeholder_alone_under_a_title_is_found_by_check(bartizan: Any) -> None:
    Path("page.rst").write_text(PAGE, encoding="utf-8")
    bartizan("read", "page.rst")

    ran = bartizan("check")

    assert "placeholder-left" in ran.out + ran.err
