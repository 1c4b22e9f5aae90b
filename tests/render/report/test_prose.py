"""Prose stands in a report word for word; its simplest marks are shown, and everything else is text."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.report.prose import LONGEST, prose
from tests.render.report.reports import Seen


def test_one_paragraph_is_words_only() -> None:
    assert prose("It is\nkept.") == "It is kept."


def test_several_paragraphs_stand_apart() -> None:
    assert prose("One.\n\n  Two.") == "<p>One.</p><p>Two.</p>"


def test_lists_are_lists() -> None:
    assert prose("- one\n  more\n- two") == "<ul><li>one more</li><li>two</li></ul>"


def test_marks_are_shown() -> None:
    assert prose("*a* **b** ``c``") == "<em>a</em> <strong>b</strong> <code>c</code>"


def test_what_only_looks_like_a_mark_is_text() -> None:
    assert prose("2*3*4 and * alone") == "2*3*4 and * alone"


def test_addresses_lead_where_they_say() -> None:
    assert prose("see https://example.org/a_(b).") == (
        'see <a href="https://example.org/a_(b" rel="noreferrer noopener">https://example.org/a_(b</a>).'
    )
    assert "href" not in prose("javascript:alert(1) and data:text/html,x")


def test_that_nobody_knows_is_told_apart() -> None:
    assert prose("unknown") == '<span class="unknown">unknown</span>'


def test_a_very_long_text_stands_as_it_was_typed() -> None:
    start = time.perf_counter()
    html = prose("*a " * LONGEST)
    assert html.startswith("<pre")
    assert time.perf_counter() - start < 5


def test_marks_that_never_end_take_no_long_time() -> None:
    start = time.perf_counter()
    for text in ("*" * 19_000, "``" * 9_000, "*a" * 9_000, "https://" * 2_000, "- " * 9_000, "\n" * 19_000):
        prose(text)
    assert time.perf_counter() - start < 10


@given(st.text(alphabet=st.sampled_from(list("ab *`<>&\"'-\n:/h.")), max_size=60))
def test_no_word_is_lost_and_nothing_else_becomes_an_element(text: str) -> None:
    seen = Seen(prose(text))
    assert set(seen.elements) <= {"p", "ul", "li", "em", "strong", "code", "a", "pre"}
    assert seen.wrong == []
    kept = [each for each in seen.text if each in "ab<>&\"':/h."]
    assert kept == [each for each in text if each in "ab<>&\"':/h."]
