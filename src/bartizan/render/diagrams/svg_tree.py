"""The elements of an SVG picture, and the two ways to write them: with a style sheet, or with attributes only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bartizan.render.diagrams.geometry import number
from bartizan.render.diagrams.text_lines import Line, clean
from bartizan.render.diagrams.theme import presentation


@dataclass(frozen=True, slots=True)
class Element:
    """One element: attributes, the marks that say what it looks like, text, and what is inside."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    """Names from the theme; later ones win."""
    children: tuple[Element, ...] = ()
    text: str = ""

    def marks_used(self) -> Iterator[str]:
        """Yield the marks of this element and of all inside it."""
        yield from self.marks
        for child in self.children:
            yield from child.marks_used()


def shape(tag: str, *marks: str, **attributes: float | str) -> Element:
    """Return an element of geometry; numbers are written short, underscores in names become hyphens."""
    written = {
        key.rstrip("_").replace("_", "-"): value if isinstance(value, str) else number(value)
        for key, value in attributes.items()
    }
    return Element(tag, written, marks)


def text_line(line: Line, x: float, baseline: float, *marks: str, anchor: str = "start") -> Element:
    """Return one line of text; `x` is its start, middle or end."""
    attributes = {
        "x": number(x),
        "y": number(baseline),
        "font-size": number(line.style.size),
        "font-weight": str(line.style.weight),
    }
    if anchor != "start":
        attributes["text-anchor"] = anchor
    return Element("text", attributes, marks, text=line.text)


def group(children: list[Element], *, classes: str = "", title: str = "", **attributes: str) -> Element:
    """Return a group of elements, with what it is in words and with attributes such as `data-component`."""
    written = {"class": classes} if classes else {}
    written.update({key.replace("_", "-"): value for key, value in attributes.items() if value})
    words = (Element("title", text=title),) if title else ()
    return Element("g", written, children=(*words, *children))


def written(element: Element, *, plain: bool, depth: int = 0) -> str:
    """Return the element as text, one element a line; every text and attribute in it is escaped."""
    attributes = dict(element.attributes)
    if element.marks:
        classes = " ".join(f"bz-{mark}" for mark in element.marks)
        attributes["class"] = f"{attributes['class']} {classes}" if "class" in attributes else classes
        if plain:
            attributes.update(presentation(element.marks))
    opening = "".join((element.tag, *(f' {key}="{escaped(value)}"' for key, value in attributes.items())))
    indent = " " * depth
    if element.children:
        inside = "".join(written(child, plain=plain, depth=depth + 1) for child in element.children)
        return f"{indent}<{opening}>\n{inside}{indent}</{element.tag}>\n"
    if element.text:
        return f"{indent}<{opening}>{escaped(element.text)}</{element.tag}>\n"
    return f"{indent}<{opening}/>\n"


def escaped(text: str) -> str:
    """Return the text fit for XML, in an element or an attribute; characters that XML forbids are left out."""
    kept = clean(text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        kept = kept.replace(character, entity)
    return kept
