"""A drawing inside a page keeps its own ids and gives up its style sheet."""

from __future__ import annotations

from bartizan.render.diagrams.theme import MARKS
from bartizan.render.page.inline_svg import drawing_styles, inline_svg


def test_ids_and_what_refers_to_them_get_the_name_of_the_drawing() -> None:
    svg = '<svg aria-labelledby="a b"><title id="a">t</title><desc id="b">d</desc><use href="#c"/><g mask="url(#c)"/></svg>'
    assert inline_svg(svg, "n") == (
        '<svg aria-labelledby="drawing-n-a drawing-n-b"><title id="drawing-n-a">t</title><desc id="drawing-n-b">d</desc>'
        '<use href="#drawing-n-c"/><g mask="url(#drawing-n-c)"/></svg>'
    )


def test_texts_that_look_like_ids_are_left_alone() -> None:
    svg = "<svg><text>set id=&quot;x&quot; and href=&quot;#y&quot;</text></svg>"
    assert inline_svg(svg, "n") == svg


def test_the_style_sheet_of_a_drawing_is_taken_out() -> None:
    svg = "<svg>\n <style>.a{b:c}@media (prefers-color-scheme:dark){.a{b:d}}</style><g/></svg>"
    assert inline_svg(svg, "n") == "<svg><g/></svg>"


def test_the_sheet_for_all_drawings_says_each_mark_once_and_in_the_order_that_counts() -> None:
    sheet = drawing_styles()
    places = [sheet.index(f".bz-{name}{{") for name in MARKS]
    assert places == sorted(places)
    assert all(sheet.count(f".bartizan-diagram .bz-{name}{{") == 1 for name in MARKS)


def test_drawings_are_dark_on_screens_only() -> None:
    assert "@media screen and (prefers-color-scheme:dark)" in drawing_styles()
    assert "@media (prefers-color-scheme" not in drawing_styles()
