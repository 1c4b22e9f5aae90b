import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.diagrams.text_lines import TextStyle, clean, drawable, text_block, wrap


def lines(text: str, limit: float = 100, most: int = 9) -> list[str]:
    return [line.text for line in wrap(text, TextStyle.NAME, limit, most)]


def test_a_short_text_is_one_line_and_no_text_is_none() -> None:
    assert lines("API process") == ["API process"]
    assert lines("   ") == []


def test_a_long_text_breaks_at_spaces() -> None:
    assert lines("Certificate Authority of the cloud") == ["Certificate", "Authority of the", "cloud"]


def test_a_long_word_breaks_behind_punctuation_before_it_breaks_between_letters() -> None:
    assert lines("keystone_event_listener_process") == ["keystone_", "event_listener_", "process"]
    assert "".join(lines("Supercalifragilisticexpialidocious")) == "Supercalifragilisticexpialidocious"


def test_a_line_never_begins_with_a_combining_mark() -> None:
    text = "e\u0301" * 60
    assert all(not unicodedata.combining(line[0]) for line in lines(text))


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    shortened = lines("one two three four five six seven eight nine ten eleven twelve", most=2)
    assert len(shortened) == 2
    assert shortened[-1].endswith("…")


def test_a_huge_text_is_only_looked_at_in_part() -> None:
    assert len(lines("word " * 1_000_000, most=3)) == 3
    assert len(lines("x" * 1_000_000, most=3)) == 3


def test_controls_and_marks_that_turn_the_reading_direction_are_dropped_but_joiners_stay() -> None:
    assert clean("a\x00\x07\ud800\ufffe\u202eb\nc") == "ab c"
    assert clean("👩\u200d👩") == "👩\u200d👩"


def test_a_tower_of_accents_is_cut_down_and_real_ones_stay() -> None:
    assert drawable("e" + "\u0301" * 500 + "x") == "e" + "\u0301" * 3 + "x"
    assert drawable("Việt Nam") == "Việt Nam"


def test_a_block_holds_its_texts_under_each_other_each_in_its_style() -> None:
    block = text_block(
        [("Database", TextStyle.NAME), ("", TextStyle.DETAIL), ("MySQL", TextStyle.MARK)], limit=200
    )
    assert [line.style for line in block.lines] == [TextStyle.NAME, TextStyle.MARK]
    assert block.height == TextStyle.NAME.height + TextStyle.MARK.height
    assert block.width == max(line.width for line in block.lines)


@given(st.text(max_size=300), st.floats(min_value=40, max_value=400))
def test_no_line_is_wider_than_the_limit_and_nothing_is_lost_where_all_lines_fit(
    text: str, limit: float
) -> None:
    broken = wrap(text, TextStyle.NOTE, limit, most_lines=500)
    assert all(line.width <= limit + 0.01 or len(line.text) == 1 for line in broken)
    assert "".join(line.text for line in broken).replace(" ", "") == "".join(drawable(text).split())
