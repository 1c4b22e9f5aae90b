"""Every text of a page is found where it was written, whatever docutils says of its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.formats.openstack_rst.layout import pieces
from bartizan.formats.openstack_rst.page_text import page_text, with_lists_set_off
from bartizan.formats.openstack_rst.parse_page import Parsed, parse_page
from bartizan.formats.openstack_rst.whereabouts import Whereabouts
from bartizan.source.text import Source

EXAMPLES = Path(__file__).parents[3] / "src" / "bartizan" / "formats" / "openstack_rst" / "examples"
PAGE = """Title
=====

:field: body
   more

- item one
  continued

-
  late
- - nested

term
   definition

.. figure:: y.png
   :alt: words

   Caption here

.. csv-table:: A title
   :header: "a","b"

   "a","two, three
   lines"
   "b","a"

+---+----+
| a | b  |
|   | a  |
+---+----+

Paragraph::

   literal
     block

.. unknown:: foo
   bar

.. [1] footnote
"""


def places(text: str) -> list[tuple[str, int, str]]:
    parsed = parse_page(Source("page.rst", text))
    assert isinstance(parsed, Parsed)
    return [(piece.markup, piece.span.line, piece.span.text) for piece in pieces(parsed.blocks)]


def test_every_text_stands_where_it_is_said_to_stand() -> None:
    found = places(PAGE)
    assert [(" ".join(markup.split()), line) for markup, line, _ in found] == [
        ("Title", 1), ("field", 4), ("body more", 4), ("item one continued", 7), ("late", 11), ("nested", 12), ("term", 14),
        ("definition", 15), ("words", 18), ("Caption here", 20), ("A title", 22), ("a", 23), ("b", 23), ("a", 25),
        ("two, three lines", 25), ("b", 27), ("a", 27), ("a", 30), ("b a", 30), ("Paragraph::", 34), ("literal block", 36),
        (".. unknown:: foo bar", 39), ("footnote", 42),
    ]  # fmt: skip
    for markup, _line, text in found:
        assert text.split()[0] == markup.split()[0]
        assert text.split()[-1] == markup.split()[-1]


@pytest.mark.parametrize("page", sorted(EXAMPLES.glob("*.rst")), ids=lambda page: page.stem)
def test_the_texts_of_an_example_are_found_word_for_word(page: Path) -> None:
    for markup, _line, text in places(page.read_text(encoding="utf-8")):
        assert [word for word in text.split() if word != "|"] == markup.split()


def test_tabs_line_ends_and_wide_letters_do_not_move_places() -> None:
    text = "Titel 漢字\r\n==========\r\n\r\n-\tÄ item\r\n\tmore of it\r\n\f\r\nlast\n"
    found = places(text)
    assert [(" ".join(part.split()), line) for _, line, part in found] == [
        ("Titel 漢字", 1),
        ("Ä item more of it", 4),
        ("last", 7),
    ]


def test_the_same_word_twice_on_a_line_has_two_places() -> None:
    whereabouts = Whereabouts(page_text(Source("x", '   "High","High","High"\n')))
    offsets = [whereabouts.leaf("High", None).starts[0] for _ in range(3)]
    assert offsets == [4, 11, 18]


def test_a_text_that_is_nowhere_has_the_place_docutils_gives_it() -> None:
    whereabouts = Whereabouts(page_text(Source("x", "a\nb\nc\n")))
    assert whereabouts.leaf("nowhere", 2).starts == (2,)
    assert whereabouts.leaf("two\nlines", 99).starts == (4, 4)


def test_an_empty_line_is_put_before_lists_that_have_none() -> None:
    page = page_text(Source("x", "text:\n- a\n  more\n  - b\n- c\n\n# Title\nand\n"))
    assert with_lists_set_off(page).lines == (
        "text:", "", "- a", "  more", "", "  - b", "- c", "", "# Title", "", "and",
    )  # fmt: skip
    whole = page_text(Source("x", "- a\n- b\n\n  - c\n"))
    assert with_lists_set_off(whole).lines == whole.lines
