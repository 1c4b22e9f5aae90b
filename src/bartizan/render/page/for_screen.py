"""Makes a page ready for the browser's template: drawings in line, and what must stay together when it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bartizan.render.page.document import Drawing, as_json
from bartizan.render.page.inline_svg import inline_svg
from bartizan.render.page.plates import Plate, plates
from bartizan.source.characters import REFUSED_IN_ANY_TEXT

if TYPE_CHECKING:
    from bartizan.render.page.document import PageContent, Section
    from bartizan.render.page.paper import Fit

READABLE = 0.9
"""The least part of its own size in which a drawing is shown at first: its smallest words are then about nine pixels high."""

Data = dict[str, Any]


def for_screen(content: PageContent) -> tuple[Data, str]:
    """Return the page as the template takes it, and the rules of style that its drawings need."""
    page: Data = as_json(content)
    rules: list[str] = []
    page["sections"] = [_section(section, rules) for section in content.sections]
    return {key: shown(value) for key, value in page.items()}, "\n".join(rules)


def shown(part: Any) -> Any:
    """Return data whose texts hold no characters that no document may hold."""
    if isinstance(part, Markup):
        return part
    if isinstance(part, str):
        return REFUSED_IN_ANY_TEXT.sub("\ufffd", part)
    if isinstance(part, list):
        return [shown(each) for each in part]
    if isinstance(part, dict):
        return {key: shown(value) for key, value in part.items()}
    return part


def _section(section: Section, rules: list[str]) -> Data:
    """Return a section in parts: text, and drawings with what must stand on the same sheet of paper."""
    parts: list[Data] = []
    for part in plates(section.blocks):
        if isinstance(part, Plate):
            blocks = [*as_json(part.lead), _drawing(part.drawing, part.size, rules)]
            parts.append({"opens": part.opens, "blocks": blocks, "sheet": _sheet(part.size)})
        else:
            parts.append({"opens": part.opens, "blocks": as_json(part.blocks), "sheet": ""})
    return {"anchor": section.anchor, "number": section.number, "title": section.title, "parts": parts}


def _sheet(size: Fit) -> str:
    """Return the class of what is kept on one page; each paper has its own."""
    if not size.own_page:
        return "plate"
    return f"plate on-{size.paper}{'-flipped' if size.flipped else ''}"


def _drawing(drawing: Drawing, size: Fit, rules: list[str]) -> Data:
    """Return a drawing with a number of its own, under which `rules` say how large it is shown."""
    number = len(rules) + 1
    rules.append(_rules(f".d{number}", drawing.width, size))
    return {
        "kind": "Drawing",
        "title": drawing.title,
        "number": number,
        "inline": Markup(inline_svg(drawing.svg, drawing.name)),  # noqa: S704  # drawn by us, every text in it escaped
    }


def _rules(drawing: str, width: float, size: Fit) -> str:
    """Return how large a drawing is: readable and to be moved about, or as wide as the screen if so wished.

    Where it is readable at the width of the screen there is no choice to make, and none is shown.
    """
    least = round(width * READABLE)
    return (
        f"@media screen{{{drawing} svg{{min-width:{least}px}}"
        f"@container (min-width:{least + 18}px){{{drawing} .size{{display:none}}}}}}"
        f"@media print{{{drawing} svg{{width:{size.width:.1f}pt}}}}"
    )
