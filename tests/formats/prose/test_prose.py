"""Prose goes into a page and comes out of it unchanged, and only what may be in it ever reaches a printed page."""

from __future__ import annotations

import io
import time

import pytest
from docutils.core import publish_doctree
from docutils.nodes import literal_block, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.formats.prose.blocks import (
    BulletList,
    LiteralBlock,
    NumberedList,
    Paragraph,
    Quote,
    Run,
    Style,
    words_of,
)
from bartizan.formats.prose.escape import escape
from bartizan.formats.prose.prose import from_rst, is_clean, to_rst, tree
from bartizan.model.shapes import tidy_prose

CLEAN = [
    "Barbican is a RESTful API.",
    "Two *words* and **more**, ``code`` and `names`.",
    "See https://example.org/a?b=c and `the wiki <https://example.org/wiki>`_ or `here <https://example.org>`__.",
    "Mail us: security@example.org",
    "One paragraph.\n\nAnother one,\non two lines.",
    "- one\n- two\n\n  - nested",
    "1. first\n2. second",
    "Like this::\n\n  $ make",
    "A path such as ``C:\\temp``.",
    "Term\n  What it means.",
]
UNCLEAN = [
    "a *b", "`half a quote", "foo_ and bar", "|version| of it", "see :ref:`there`", "[1]_", "A\n=", "====", "3. starts late",
    "DOMAIN\\user", "-", "*", "::", ".. raw:: html\n\n   <script>", ".. include:: /etc/passwd", "javascript:alert(1)",
    "`x <javascript:alert(1)>`__", "x\n\n.. _x: https://example.org", "+---+\n| a |\n+---+", ":field: value", "| a line\n| block",
    ">>> doctest", "-o  option", "a\x00b", ".. |x| replace:: y\n\n|x|", "\\", "ends in a backslash \\",
]  # fmt: skip
HOSTILE = st.lists(
    st.sampled_from(
        [*"*`|_:\\<>[]()-+=#.~^\"' \n", "\n\n", "  ", "::", "..", ".. raw:: html", "- ", "* ", "1. ", "#. ", "a) ", "foo", "Ä", "`x`", "``", "**",
         "https://a.b/c_", "foo_", "__", "\\*", "\\\\", "|x|", "====", "\n----\n", ":ref:`x`", "[1]_", "..\n\n", "::\n\n   ", "   "]
    ),
    max_size=14,
).map("".join)  # fmt: skip
ANY = st.one_of(
    HOSTILE, st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(CLEAN + UNCLEAN)
)


def shown(markup: str) -> str:
    """What docutils shows of markup, which must not make it say anything."""
    complaints = io.StringIO()
    doctree = publish_doctree(
        markup,
        settings_overrides={
            "report_level": 1, "halt_level": 2, "warning_stream": complaints, "_disable_config": True, "doctitle_xform": False
        },
    )  # fmt: skip
    assert complaints.getvalue() == ""
    return "\n\n".join(
        node.astext() for node in doctree.findall() if isinstance(node, paragraph | literal_block)
    )


@pytest.mark.parametrize("text", CLEAN)
def test_clean_prose_goes_into_a_page_as_it_stands(text: str) -> None:
    assert is_clean(text)
    assert to_rst(text) == text
    shown(text)


@pytest.mark.parametrize("text", UNCLEAN)
def test_other_text_is_shown_character_by_character(text: str) -> None:
    assert not is_clean(text)
    markup = to_rst(text)
    assert markup != text
    assert from_rst(markup) == text
    if "\x00" not in text:
        assert shown(markup) == text


def test_escapes_that_a_person_wrote_are_not_taken_for_ours() -> None:
    assert to_rst("a *b") == r"a \*b"
    assert from_rst(r"a \*b") == "a *b"
    assert from_rst(to_rst(r"a \*b")) == r"a \*b"
    assert from_rst(r"*so* and \*so*") == r"*so* and \*so*"


def test_lists_stay_lists_when_only_their_words_need_escapes() -> None:
    assert to_rst("- see :ref:`a`\n- and *b") == "- see :ref:\\`a\\`\n- and \\*b"
    assert isinstance(tree("- see :ref:`a`\n- and *b")[0], BulletList)


def test_an_indented_line_begins_no_list_of_its_own_either() -> None:
    assert escape("a\n  - b\n\t.. c") == "a\n  \\- b\n\t\\.. c"


@settings(max_examples=400, deadline=None)
@given(ANY)
def test_what_goes_in_comes_out(text: str) -> None:
    tidy = tidy_prose(text)
    if tidy is not None:
        assert from_rst(to_rst(tidy)) == tidy


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_docutils_never_complains_about_what_we_wrote(text: str) -> None:
    tidy = tidy_prose(text)
    if tidy is not None:
        shown(to_rst(tidy))


@settings(max_examples=300, deadline=None)
@given(ANY, ANY)
def test_different_prose_never_looks_the_same_in_a_page(one: str, other: str) -> None:
    first, second = tidy_prose(one), tidy_prose(other)
    if first and second and first != second:
        assert to_rst(first) != to_rst(second)


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_no_word_is_missing_from_the_tree(text: str) -> None:
    tidy = tidy_prose(text)
    if tidy is not None:
        there = words_of(tree(tidy))
        for word in ("foo", "Ä", "https", "raw", "ref"):
            assert (word in tidy) == (word in there)


def test_a_tree_has_runs_with_styles_and_safe_links() -> None:
    assert tree("Two *words*, ``code`` and `the wiki <https://example.org/w>`_.") == (
        Paragraph(
            (
                Run("Two "), Run("words", Style.EMPHASIS), Run(", "), Run("code", Style.LITERAL), Run(" and "),
                Run("the wiki", link="https://example.org/w"), Run("."),
            )
        ),
    )  # fmt: skip
    assert tree("`x <javascript:alert(1)>`__") == (Paragraph((Run("`x <javascript:alert(1)>`__"),)),)
    assert tree("ftp://example.org") == (Paragraph((Run("ftp://example.org"),)),)
    assert tree("`the file <docs/a.txt>`__") == (Paragraph((Run("the file (docs/a.txt)"),)),)


def test_a_tree_has_lists_quotes_and_literal_blocks() -> None:
    assert tree("3) a\n4) b")[0] == Paragraph((Run("3) a\n4) b"),))
    numbered = tree("a. one\nb. two")[0]
    assert isinstance(numbered, NumberedList)
    assert [words_of(entry) for entry in numbered.entries] == ["one", "two"]
    assert tree("Quoted:\n\n   so") == (Paragraph((Run("Quoted:"),)), Quote((Paragraph((Run("so"),)),)))
    assert tree("Run::\n\n  a\n   b") == (Paragraph((Run("Run:"),)), LiteralBlock("a\n b"))


def test_a_directive_is_text() -> None:
    assert tree(".. raw:: html\n\n   <script>") == (LiteralBlock(".. raw:: html\n\n   <script>"),)


def test_deep_and_long_text_ends_in_a_tree_too() -> None:
    deep = "\n\n".join("  " * depth + "- x" for depth in range(200))
    assert words_of(tree(deep)).count("x") == 200
    assert words_of(tree("- " * 2000 + "x")).endswith("x")
    many_links = " ".join(["https://example.org/"] * 3000)
    assert words_of(tree(many_links)).count("example") == 3000
    long_word = "*" + "a" * 30_000
    assert from_rst(to_rst(long_word)) == long_word
    shown(to_rst(long_word))


def test_a_text_as_long_as_a_book_is_shown_as_typed_in_pieces_and_soon() -> None:
    text = "\n".join(["*a* `b` " * 7 + "x"] * 20_000)
    began = time.process_time()
    blocks = tree(text)

    assert time.process_time() - began < 10
    assert {type(block) for block in blocks} == {LiteralBlock}
    assert len(blocks) == 40
    assert "\n".join(block.text for block in blocks if isinstance(block, LiteralBlock)) == text
    assert from_rst(to_rst(text)) == text
