"""A finished picture, as SVG text in two forms."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.render.diagrams.geometry import number
from bartizan.render.diagrams.svg_tree import Element, written
from bartizan.render.diagrams.theme import FONT, ROOT, Theme, style_sheet


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of an architecture."""

    name: str
    """Letters, digits and hyphens, fit for a file; no two pictures of a service share it."""
    title: str
    """What stands above it."""
    description: str
    """What it shows, for those who cannot see it; fit as an alternative text."""
    width: float
    """In pixels."""
    height: float
    """In pixels."""
    svg: str
    """To stand alone or in a page that allows style sheets: colours follow the reader's preference for light or dark."""
    plain_svg: str
    """The same without style sheet, in light colours as attributes: for a strict security policy, for PDF and PNG."""


def picture(
    name: str, title: str, description: str, width: float, height: float, parts: list[Element], theme: Theme
) -> Picture:
    """Return the picture made of the parts, drawn one over the other."""
    return Picture(
        name, title, description, width, height,
        svg=_document(name, title, description, (width, height), parts, theme),
        plain_svg=_document(name, title, description, (width, height), parts, None),
    )  # fmt: skip


def _document(
    name: str,
    title: str,
    description: str,
    size: tuple[float, float],
    parts: list[Element],
    theme: Theme | None,
) -> str:
    """Return the SVG document; without a theme there is no style sheet in it."""
    width, height = number(size[0]), number(size[1])
    head = [
        Element("title", {"id": f"{name}-title"}, text=title),
        Element("desc", {"id": f"{name}-desc"}, text=description),
    ]
    paper = Element("rect", {"width": width, "height": height}, ("paper",))
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": width,
            "height": height,
            "viewBox": f"0 0 {width} {height}",
            "class": ROOT,
            "font-family": FONT,
            "role": "graphics-document document",
            "aria-roledescription": "diagram",
            "aria-labelledby": f"{name}-title {name}-desc",
        },
        children=(*head, paper, *parts),
    )
    text = written(root, plain=theme is None)
    if theme is None:
        return text
    style = style_sheet(theme, frozenset(root.marks_used()))
    # The style sheet is ours, word for word, and holds no text of the page.
    return text.replace(">\n", f">\n <style>{style}</style>\n", 1)
