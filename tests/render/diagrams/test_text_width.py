import pytest

from bartizan.render.diagrams.text_width import OTHER, WIDE, is_covered, text_width


def test_a_text_is_as_wide_as_its_letters_together() -> None:
    letters = sum(text_width(letter, 13, 600) for letter in "Worker (4)")
    assert text_width("Worker (4)", 13, 600) == pytest.approx(letters)


def test_an_m_is_wider_than_an_i_and_bold_wider_than_regular() -> None:
    assert text_width("m", 13, 400) > 2 * text_width("i", 13, 400)
    assert text_width("Barbican", 13, 700) > text_width("Barbican", 13, 400)


def test_a_combining_mark_takes_no_room() -> None:
    assert text_width("e\u0301\u0301\u0301", 13, 400) == text_width("e", 13, 400)


@pytest.mark.parametrize(
    ("text", "ems"), [("密", WIDE), ("🔐", WIDE), ("خ", OTHER), ("\u200d\x00\ud800", 0.0)]
)
def test_a_letter_that_the_shipped_font_lacks_is_given_room_enough(text: str, ems: float) -> None:
    assert text_width(text, 10, 400) == pytest.approx(10 * ems)


@pytest.mark.parametrize("text", ["Zażółć gęślą jaźń", "Ελληνικά", "Кириллица", "“–…→←⇒×≤”", "Đặng", "\n"])
def test_the_scripts_that_were_kept_in_the_shipped_font_are_covered(text: str) -> None:
    assert is_covered(text)


def test_what_the_shipped_font_lacks_is_known() -> None:
    assert not is_covered("密钥")
    assert not is_covered("🔐")
