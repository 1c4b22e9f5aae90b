"""How wide characters are on a terminal, and what must not reach it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.source.terminal_cells import cells_of, visible


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("日本", 4),
        ("e\u0301", 1),
        ("ｆｕｌｌ", 8),
        ("😀", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("가", 2),
        ("\u1112\u1161\u11ab", 2),
        ("a\tb", 5),
        ("\t\t", 8),
        ("\x1b", 1),
        ("\u202e", 8),
    ],
)
def test_a_text_is_as_wide_as_a_terminal_shows_it(text: str, columns: int) -> None:
    assert sum(width for _, width in cells_of(text)) == columns


def test_what_a_terminal_obeys_is_written_as_a_picture() -> None:
    assert visible("\x1b[31m\x07\x00\x7f") == "␛[31m␇␀␡"
    assert visible("a\u202eb\u2066c\u200bd") == "a<U+202E>b<U+2066>c<U+200B>d"
    assert visible("one\ntwo\r\tthree") == "one␊two␍␉three"


def test_joiners_and_accents_stay_as_they_are() -> None:
    for text in ("👨\u200d👩\u200d👧", "می\u200cخواهم", "e\u0301", "❤\ufe0f"):
        assert visible(text) == text


@given(st.text(alphabet=st.characters(codec=None)))
def test_nothing_that_a_terminal_obeys_is_ever_written(text: str) -> None:
    shown = visible(text) + "".join(cell for cell, _ in cells_of(text))

    for character in shown:
        assert character >= " "
        assert not "\x7f" <= character <= "\x9f"
        assert not "\u202a" <= character <= "\u202e"
        assert not "\u2066" <= character <= "\u2069"
        assert not "\ud800" <= character <= "\udfff"
