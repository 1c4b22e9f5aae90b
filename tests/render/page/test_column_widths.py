"""The columns of a printed table fit the page, and words fit the columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.page.breaking import breakable
from bartizan.render.page.column_widths import LINE, PADDING, column_widths, longest_word
from bartizan.render.page.document import Column, Nature, Paragraph, Row, Table, Word


def table_of(*columns: tuple[Nature, str, str]) -> Table:
    heads = tuple(Column(title, nature) for nature, title, _ in columns)
    cells = tuple((Paragraph((Word(text),)),) for _, _, text in columns)
    return Table("t", heads, (Row("", cells),))


def test_a_column_that_says_more_is_wider() -> None:
    short, long = column_widths(
        table_of((Nature.PROSE, "A", "few words"), (Nature.PROSE, "B", "many words " * 60))
    )
    assert long > 1.5 * short


def test_a_column_is_wide_enough_for_its_longest_word() -> None:
    widths = column_widths(
        table_of(
            *((Nature.PROSE, "Description", "many words " * 60),) * 4,
            (Nature.LEVEL, "Confidentiality", "none"),
        )
    )
    assert longest_word(widths[-1]) >= 13
    assert sum(widths) <= LINE + 0.001


def test_a_short_list_stands_on_one_line() -> None:
    said = "→ request Password"
    widths = column_widths(
        table_of((Nature.SHORT, "Listener", "Cart service"), (Nature.LIST, "In flight", said))
    )
    assert widths[1] >= len(said) + PADDING


def test_a_word_is_not_broken_where_its_column_was_made_for_it() -> None:
    word = "external-dependencies"
    widths = column_widths(
        table_of((Nature.SHORT, "Where", word), *((Nature.PROSE, "Asked", "many words " * 60),) * 3)
    )
    assert breakable(word, longest_word(widths[0])).split("\u200b") == ["external-", "dependencies"]


@given(
    st.lists(
        st.tuples(st.sampled_from(Nature), st.text(max_size=30), st.text(max_size=200)),
        min_size=1,
        max_size=9,
    )
)
def test_no_table_is_wider_than_the_page(columns: list[tuple[Nature, str, str]]) -> None:
    widths = column_widths(table_of(*columns))
    assert sum(widths) <= LINE + 0.001
    assert all(width > 0 for width in widths)
