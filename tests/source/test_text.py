"""Sources and the places in them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.source.text import Source, Span


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_are_counted_from_one_whatever_ends_a_line(line_end: str) -> None:
    source = Source("page.yaml", line_end.join(["one", "two", "three"]))
    span = Span(source, source.text.index("three") + 2, source.text.index("three") + 3)

    assert (span.line, span.column, span.text) == (3, 3, "r")
    assert str(span) == "page.yaml:3:3"
    assert source.line_text(2) == "two"


def test_a_form_feed_or_a_line_separator_ends_no_line() -> None:
    assert Source("x", "one\x0ctwo\u2028three\x85four\n").line_starts == (0, 19)


def test_the_end_of_a_text_with_a_final_line_end_is_on_a_line_of_its_own() -> None:
    source = Source("x", "one\n")

    assert source.line_of(4) == 2
    assert source.line_text(2) == ""


@given(st.text(alphabet="ab\r\n\u2028é"))
def test_every_line_put_together_is_the_text(text: str) -> None:
    source = Source("x", text)
    starts = [*source.line_starts, len(text)]

    assert "".join(text[start:end] for start, end in pairwise(starts)) == text
    for line in range(1, len(source.line_starts) + 1):
        assert source.line_of(source.line_starts[line - 1]) == line
