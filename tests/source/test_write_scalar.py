"""One text as a YAML scalar."""

from __future__ import annotations

import pytest

from bartizan.source.plain import Word
from bartizan.source.write_scalar import comment_lines, scalar_text, single_quoted


@pytest.mark.parametrize(
    "text",
    ["Barbican", "API Process", "3.0.0.0b2", "https://wiki.openstack.org/wiki/barbican", "1/authentication",
     "Robert Clark - hyakuhei", "[TLS]"[1:4], "HSM (PKCS#11)", "a:b", "Café 日本", "-x", "don't"],
)  # fmt: skip
def test_a_plain_text_is_written_as_it_is(text: str) -> None:
    assert scalar_text(text) == text


@pytest.mark.parametrize(
    "text",
    ["", " a", "a ", "no", "On", "TRUE", "y", "~", "null", "Null", "1", "-1", "+1", "1.10", ".5", "1_000", "0x1F", "0o17",
     "1e3", "1:30", "08:30", ".inf", "-.INF", ".nan", "2026-11-22", "2026-11-22 10:00:00", "=", "<<", "- a", "-", "---",
     "...", "? a", ": a", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'a", '"a', "[a", "{a",
     "a\nb", "a\tb", "a\x00", "a\u2028", "a\u202e", "\ufeffa", "a\x85"],
)  # fmt: skip
def test_what_another_reader_could_take_for_something_else_is_quoted(text: str) -> None:
    assert scalar_text(text).startswith('"')


@pytest.mark.parametrize("text", ["a, b", "a]", "{b", "what?"])
def test_between_brackets_more_needs_quotes(text: str) -> None:
    assert scalar_text("x" + text) == "x" + text
    assert scalar_text("x" + text, in_flow=True) == f'"x{text}"'


def test_the_number_of_an_interface_needs_no_quotes_as_a_key() -> None:
    assert scalar_text("12", is_key=True) == "12"
    assert scalar_text("012", is_key=True) == '"012"'
    assert scalar_text("no", is_key=True) == '"no"'


def test_a_word_of_the_schema_is_written_without_quotes_where_that_is_possible() -> None:
    assert scalar_text(Word("no")) == "no"
    assert scalar_text(Word("1.10")) == "1.10"
    assert scalar_text(Word("a: b")) == '"a: b"'


def test_what_nobody_could_see_is_escaped() -> None:
    assert scalar_text("a\u202eb\x1b\U000e0041") == '"a\\u202Eb\\u001B\\U000E0041"'
    assert single_quoted("it's") == "'it''s'"
    assert single_quoted("a\nb") is None


def test_a_comment_cannot_end_before_its_line_does() -> None:
    assert comment_lines("one\ntwo\r\n\u2028three\x0b\x1bfour") == [
        "# one",
        "# two",
        "#",
        "# three",
        "#  four",
    ]
    assert comment_lines("") == ["#"]
