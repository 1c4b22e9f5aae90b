"""A file that is no architecture page is told from one that is, by what it looks like and by its titles."""

from __future__ import annotations

import pytest

from bartizan.formats.openstack_rst.other_text import other_text, without_sections
from bartizan.source.text import Source

PAGE = "Notes\n=====\n\nComponents\n~~~~~~~~~~\n\n- Web: answers\n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("page.rst", PAGE, None),
        ("page.rst", f"{PAGE}\n::\n\n  # a comment in a console\n", None),
        ("page.txt", "Components\n\n- Web: answers\n", None),
        ("page.rst", "", "empty-page"),
        ("page.rst", " \n\t\n", "empty-page"),
        ("page.md", "# Notes\n\n## Components\n", "not-an-architecture-page"),
        ("page.md", "Notes\n=====\n\nComponents\n----------\n", "not-an-architecture-page"),
        ("page.rst", "# Notes\n\n## Components\n\n- Web\n", "not-an-architecture-page"),
        ("page.yaml", "service: Notes\n", "already-a-page"),
        ("page.rst", "# a comment\n\nformat: 1\nservice: Notes\n", "already-a-page"),
        ("page.txt", "---\ncomponents:\n  web: {}\n", "already-a-page"),
    ],
)
def test_a_file_is_what_it_looks_like(name: str, text: str, expected: str | None) -> None:
    found = other_text(Source(name, text))

    assert (found.name if found else None) == expected


def test_a_page_without_any_section_is_told() -> None:
    found = without_sections(Source("page.rst", "Cooking\n=======\n\nSoup\n----\n\nBoil water.\n"))

    assert found is not None
    assert found.name == "not-an-architecture-page"
    assert without_sections(Source("page.rst", PAGE)) is None


def test_a_template_that_nobody_filled_in_has_its_sections() -> None:
    assert (
        without_sections(
            Source("page.rst", "Page\n====\n\nComponents\n~~~~~~~~~~\n\nInterfaces\n~~~~~~~~~~\n")
        )
        is None
    )
