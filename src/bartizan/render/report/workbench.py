"""The diagrams of a report, with the list of everything on the page beside them."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.render.diagrams.picture import Picture
from bartizan.render.page.inline_svg import inline_svg
from bartizan.render.report.markup import Html, escaped, tag


def workbench(pictures: Sequence[Picture], cards: Html, not_drawn: Sequence[str] = ()) -> Html:
    """Return the diagrams with the list of everything on the page beside them, and what is not drawn with the reason."""
    missing = "".join(tag("p", each, class_="not-said") for each in not_drawn)
    drawings = "".join(_drawing(each) for each in pictures)
    diagram = missing + drawings or '<p class="not-said">There is no diagram.</p>'
    empty = '<p class="not-said">The page names no part yet.</p>'
    return Html(
        '<p class="how">Choose a part in the list or on the diagram to see what is known of it, what falls with it, and the threats there.</p>'
        f'<div class="workbench" id="workbench"><div class="diagrams">{diagram}{_KEYS}</div>'
        '<div class="cards-of-parts"><div class="find" hidden><label for="find">Find</label><input id="find" type="search" autocomplete="off">'
        f'<button type="button" id="nothing">Choose nothing</button></div>{cards or empty}<p id="told" class="unseen" role="status"></p></div></div>'
    )


_KEYS = Html(
    '<ul class="keys" hidden><li><span class="sign chosen"><b aria-hidden="true">•</b></span>what is chosen, where it lies and goes</li>'
    '<li><span class="sign certain"><b aria-hidden="true">!</b></span>falls for certain, or keeps what does</li>'
    '<li><span class="sign open"><b aria-hidden="true">?</b></span>falls if the worst is true of what is not said</li></ul>'
)
"""What the marks on the diagrams mean; shown where there is a script that makes them."""


def _drawing(picture: Picture) -> Html:
    drawn = Html(inline_svg(picture.svg, picture.name))
    return Html(
        f'<figure class="drawing"><div class="canvas" tabindex="0" role="group" aria-label="{escaped(picture.title)}">{drawn}</div>'
        '<p class="size"><label><input type="checkbox"> In its own size</label></p></figure>'
    )
