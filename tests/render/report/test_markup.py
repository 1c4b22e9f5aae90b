"""Whatever is put into HTML is escaped, but for what is HTML already."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.report.markup import Html, escaped, joined, tag
from bartizan.source.characters import REFUSED_IN_ANY_TEXT
from tests.render.report.reports import Seen


def test_text_is_escaped_and_html_is_not() -> None:
    assert tag("p", "a < b", Html("<b>!</b>")) == "<p>a &lt; b<b>!</b></p>"


def test_attributes_are_escaped_and_those_that_do_not_hold_are_left_out() -> None:
    assert tag("a", "x", href='"&', hidden=True, open=False, title=None, class_="c", aria_label="d") == (
        '<a href="&#34;&amp;" hidden class="c" aria-label="d">x</a>'
    )


def test_characters_that_no_document_may_hold_are_shown_as_missing() -> None:
    assert escaped("a\x00\ud800b") == "a\ufffdb"


def test_what_stands_between_parts_is_escaped_too() -> None:
    assert joined(["a", "", None, "b"], " & ") == "a &amp; b"


@given(st.text())
def test_text_comes_out_as_it_went_in(text: str) -> None:
    seen = Seen(f"<p>{escaped(text)}</p>")
    assert set(seen.elements) == {"p"}
    assert seen.text == REFUSED_IN_ANY_TEXT.sub("\ufffd", text)


@given(st.text())
def test_no_attribute_ends_before_its_text_does(text: str) -> None:
    seen = Seen(tag("p", "", title=text))
    assert seen.attributes == {"p.title"}
