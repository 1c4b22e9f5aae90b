"""A drawing inside a page keeps its own ids and gives up its style sheet."""

from __future__ import annotations

from bartizan.render.page.inline_svg import inline_svg


def test_ids_and_what_refers_to_them_get_the_name_of_the_drawing() -> None:
    svg = '<svg aria-labelledby="a b"><title id="a">t</title><desc id="b">d</desc><use href="#c"/><g mask="url(#c)"/></svg>'
    bare, _ = inline_svg(svg, "n")
    assert bare == (
        '<svg aria-labelledby="drawing-n-a drawing-n-b"><title id="drawing-n-a">t</title><desc id="drawing-n-b">d</desc>'
        '<use href="#drawing-n-c"/><g mask="url(#drawing-n-c)"/></svg>'
    )


def test_texts_that_look_like_ids_are_left_alone() -> None:
    svg = "<svg><text>set id=&quot;x&quot; and href=&quot;#y&quot;</text></svg>"
    assert inline_svg(svg, "n")[0] == svg


def test_the_style_sheet_is_taken_out_and_kept_to_screens_where_it_is_dark() -> None:
    svg = "<svg>\n <style>.a{b:c}@media (prefers-color-scheme:dark){.a{b:d}}</style><g/></svg>"
    assert inline_svg(svg, "n") == (
        "<svg><g/></svg>",
        ".a{b:c}@media screen and (prefers-color-scheme:dark){.a{b:d}}",
    )
