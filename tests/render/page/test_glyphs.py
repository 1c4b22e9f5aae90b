"""What the fonts lack is shown as a square, never left out."""

from __future__ import annotations

import unicodedata

import pytest

from bartizan.render.page import glyphs
from bartizan.render.page.content import page_content
from bartizan.render.page.document import Drawing, PageContent, Paragraph, Section, Tone, Word
from bartizan.render.page.drawings import Pictures
from bartizan.render.page.glyphs import DRAWINGS, TOFU, missing_from, printable
from bartizan.render.page.pdf import page_pdf
from tests.model.pages import FIRST_PAGE, page

PRINTED = [
    character
    for character in map(chr, range(0x20, 0x10000))
    if unicodedata.category(character) != "Cs" and printable(character) == character and character != "\u200b"
]


def printed(tone: Tone, lines: list[str]) -> bytes:
    blocks = tuple(Paragraph((Word(line, tone),)) for line in lines)
    return page_pdf(PageContent("s", "", "", "", (), (Section("a", 1, "t", blocks),), (), "", "0"))


def test_common_characters_print_as_they_are() -> None:
    text = "Aa1 äß łø Ωμέγα Жук “…” – → ≤ ≠ €"
    assert printable(text) == text
    assert missing_from(text) == frozenset()


def test_what_has_no_glyph_becomes_a_square_and_is_reported() -> None:
    assert printable("a漢😀b") == f"a{TOFU}{TOFU}b"
    assert missing_from("a漢😀b") == {"漢", "😀"}


def test_what_never_shows_is_left_out_and_not_missed() -> None:
    assert printable("a\u200d\u202e\ufe0f\u00adb") == "ab"
    assert missing_from("a\u200d\u202e\ufe0f\u00adb") == frozenset()


def test_a_letter_and_its_mark_are_joined_where_there_is_one_character_for_both() -> None:
    assert printable("e\u0301") == "é"
    assert printable("e\u0301", DRAWINGS) == "é"


def test_characters_taken_for_sure_are_in_every_font() -> None:
    every, _ = glyphs._in_fonts(glyphs.TEXT)
    assert {character for character in glyphs._SURE if ord(character) not in every} == {"\n"}


@pytest.mark.parametrize("tone", [Tone.PLAIN, Tone.STRONG, Tone.EMPHASIS, Tone.CODE])
def test_whatever_is_called_printable_prints(tone: Tone) -> None:
    marks = [character for character in PRINTED if unicodedata.combining(character)]
    assert len(PRINTED) > 2000
    assert marks
    marked = [letter + marks[at % len(marks)] for at, letter in enumerate(PRINTED)]
    lines = ["x".join(PRINTED[at : at + 50]) for at in range(0, len(PRINTED), 50)]
    lines += ["x".join(marked[at : at + 50]) for at in range(0, len(marked), 50)]
    assert printed(tone, lines)


def test_whatever_is_called_printable_in_a_drawing_prints_there() -> None:
    text = "".join(f"{character}x" for character in PRINTED if printable(character, DRAWINGS) == character)
    assert len(text) > 2000
    for character, entity in (("&", "&amp;"), ("<", "&lt;")):
        text = text.replace(character, entity)
    lines = "".join(f'<text y="{at}" font-family="Inter">{text}\u0301漢</text>' for at in (10, 20))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="500" height="50">{lines}</svg>'
    content = page_content(page(FIRST_PAGE).architecture, Pictures(), digest="")
    section = Section("a", 1, "t", (Drawing("n", "t", "d", 500, 50, svg, svg),))
    assert page_pdf(PageContent("s", "", "", "", (), (*content.sections, section), (), "", "0"))
