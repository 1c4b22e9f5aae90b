"""Draw boxes in the shapes of the diagram guidance, each with its text."""

from __future__ import annotations

from bartizan.render.diagrams.cloud import cloud_path
from bartizan.render.diagrams.draw_groups import LOOKS
from bartizan.render.diagrams.geometry import Rect, number
from bartizan.render.diagrams.layout import PlacedBox
from bartizan.render.diagrams.outlines import LID, WAVE, front
from bartizan.render.diagrams.scene import Box, Shape
from bartizan.render.diagrams.sizes import PILE, SHEETS
from bartizan.render.diagrams.svg_tree import Element, group, shape, text_line
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle


def drawn_box(placed: PlacedBox) -> Element:
    """Return the box as a group that says which component or domain it shows."""
    box, rect = placed.box, front(placed)
    sheets = []
    if rect != placed.rect:
        sheets = [
            part
            for sheet in range(SHEETS, 0, -1)
            for part in outline(box.shape, rect.moved(PILE * sheet, PILE * sheet), marks_of(box, behind=True))
        ]
    parts = [
        *sheets,
        *outline(box.shape, rect, marks_of(box)),
        *_text(placed.text, text_area(box.shape, rect), box),
    ]
    states = [word for word, holds in (("future", box.future), ("out-of-scope", box.out_of_scope),
                                       ("undeclared", box.undeclared)) if holds]  # fmt: skip
    names = {"data_domain": box.element} if box.is_domain else {"data_component": box.element}
    classes = " ".join(["domain-box" if box.is_domain else "component", *states])
    return group(parts, classes=classes, title=in_words(box), role="graphics-symbol img", **names)


def in_words(box: Box) -> str:
    """Return what the box is, for those who cannot see its shape."""
    words = [box.name]
    if box.detail:
        words.append(box.detail)
    if box.quantity:
        words.append(f"instances: {box.quantity}")
    words.append("trust domain" if box.is_domain else box.shape.value)
    words += [word for word, holds in (("planned", box.future), ("out of scope", box.out_of_scope),
                                       ("not declared", box.undeclared)) if holds]  # fmt: skip
    return ", ".join(words)


def marks_of(box: Box, *, behind: bool = False) -> tuple[str, ...]:
    """Return the looks of the box's outline."""
    if box.undeclared:
        return ("ghost",)
    if box.closed is not None:
        return (LOOKS[box.closed][0],)
    if box.out_of_scope:
        mark = "shaded"
    elif behind:
        mark = "sheet"
    else:
        mark = "people" if box.shape in {Shape.PERSON, Shape.CLOUD, Shape.EXTERNAL_ENTITY} else "box"
    return (mark, "planned") if box.future else (mark,)


def outline(kind: Shape, rect: Rect, marks: tuple[str, ...], *, small: bool = False) -> list[Element]:
    """Return the outline of a shape that fills `rect`; a small one, as in a legend, has small lids and waves."""
    x, y, width, height = rect.x, rect.y, rect.width, rect.height
    match kind:
        case Shape.STORE:
            return _cylinder(rect, marks, 2.5 if small else LID)
        case Shape.QUEUE:
            return _pipe(rect, marks, 2.5 if small else LID)
        case Shape.CLOUD:
            return [shape("path", *marks, d=cloud_path(rect))]
        case Shape.FILE:
            return [shape("path", *marks, d=_sheet_of_paper(rect, 2.0 if small else WAVE))]
        case Shape.CIRCLE | Shape.DOUBLE_CIRCLE:
            cx, cy = rect.centre
            rings = [shape("circle", *marks, cx=cx, cy=cy, r=width / 2)]
            if kind is Shape.DOUBLE_CIRCLE:
                rings.append(shape("circle", *marks, cx=cx, cy=cy, r=width / 2 - (2.5 if small else 4)))
            return rings
        case Shape.DATA_STORE:
            fill = shape("rect", *marks, "no-edge", x=x, y=y, width=width, height=height)
            lines = f"M{number(x)} {number(y)}H{number(rect.right)}M{number(x)} {number(rect.bottom)}H{number(rect.right)}"
            return [fill, shape("path", *marks, "open", d=lines)]
        case Shape.EXTERNAL_ENTITY:
            return [shape("rect", *marks, x=x, y=y, width=width, height=height)]
        case _:
            radius = min(
                height / 2, {Shape.PERSON: height, Shape.DOMAIN: 12.0}.get(kind, 3.0 if small else 5.0)
            )
            body = shape("rect", *marks, x=x, y=y, width=width, height=height, rx=radius)
            return [body, *_adornment(kind, rect, marks, small=small)]


def _adornment(kind: Shape, rect: Rect, marks: tuple[str, ...], *, small: bool) -> list[Element]:
    """Return what tells some rectangles from others."""
    x, y = rect.x, rect.y
    match kind:
        case Shape.HOST:
            bar = f"M{number(x)} {number(y + 4)}H{number(rect.right)}M{number(x)} {number(rect.bottom - 4)}H{number(rect.right)}"
            return [shape("path", *marks, "open", "fine", d=bar)]
        case Shape.HSM:
            inner = rect.grown(-2.5 if small else -3.5)
            return [
                shape(
                    "rect",
                    *marks,
                    "open",
                    "fine",
                    x=inner.x,
                    y=inner.y,
                    width=inner.width,
                    height=inner.height,
                    rx=2.0,
                )
            ]
        case Shape.BROWSER:
            top = 4.5 if small else 9.0
            dots = [
                shape(
                    "circle",
                    "dot",
                    cx=x + (3.5 + 3.5 * at if small else 7 + 6 * at),
                    cy=y + top / 2,
                    r=0.8 if small else 1.3,
                )
                for at in range(3)
            ]
            return [
                shape(
                    "path", *marks, "open", "fine", d=f"M{number(x)} {number(y + top)}H{number(rect.right)}"
                ),
                *dots,
            ]
        case Shape.TERMINAL:
            size = 2.5 if small else 3.5
            left, top = x + 2 * size, y + (5 if small else 7)
            prompt = (
                f"M{number(left)} {number(top)}L{number(left + size)} {number(top + size)}L{number(left)} {number(top + 2 * size)}"
                f"M{number(left + 1.6 * size)} {number(top + 2 * size)}h{number(1.6 * size)}"
            )
            return [shape("path", *marks, "open", "fine", d=prompt)]
        case _:
            return []


def text_area(kind: Shape, rect: Rect) -> Rect:
    """Return the part of a shape in whose middle the text stands."""
    match kind:
        case Shape.STORE:
            return Rect(rect.x, rect.y + 2 * LID, rect.width, rect.height - 2 * LID - 2)
        case Shape.QUEUE:
            return Rect(rect.x + 2, rect.y, rect.width - 2 * LID - 2, rect.height)
        case Shape.FILE:
            return Rect(rect.x, rect.y, rect.width, rect.height - WAVE)
        case Shape.BROWSER:
            return Rect(rect.x, rect.y + 8, rect.width, rect.height - 8)
        case _:
            return rect


def _text(text: TextBlock, area: Rect, box: Box) -> list[Element]:
    x, middle = area.centre
    y = middle - text.height / 2
    lines = []
    for line in text.lines:
        y += line.style.height
        mark = "c-text" if line.style is TextStyle.NAME else "c-muted"
        if box.undeclared and line.style is TextStyle.MARK:
            mark = "c-hot"
        baseline = y - line.style.height / 2 + line.style.size * 0.36
        lines.append(text_line(line, x, baseline, mark, anchor="middle"))
    return lines


def _cylinder(rect: Rect, marks: tuple[str, ...], lid: float) -> list[Element]:
    x, right, top, bottom = (
        number(rect.x),
        number(rect.right),
        number(rect.y + lid),
        number(rect.bottom - lid),
    )
    arc = f"{number(rect.width / 2)} {number(lid)} 0 0"
    body = f"M{x} {top}A{arc} 1 {right} {top}V{bottom}A{arc} 1 {x} {bottom}Z"
    return [
        shape("path", *marks, d=body),
        shape("path", *marks, "open", d=f"M{x} {top}A{arc} 0 {right} {top}"),
    ]


def _pipe(rect: Rect, marks: tuple[str, ...], lid: float) -> list[Element]:
    y, bottom, left, right = (
        number(rect.y),
        number(rect.bottom),
        number(rect.x + lid),
        number(rect.right - lid),
    )
    arc = f"{number(lid)} {number(rect.height / 2)} 0 0"
    body = f"M{left} {y}H{right}A{arc} 1 {right} {bottom}H{left}A{arc} 1 {left} {y}Z"
    return [
        shape("path", *marks, d=body),
        shape("path", *marks, "open", d=f"M{right} {y}A{arc} 0 {right} {bottom}"),
    ]


def _sheet_of_paper(rect: Rect, wave: float) -> str:
    low = rect.bottom - wave
    rise, dip = (rect.x + rect.width * 0.75, low - 2 * wave), (rect.x + rect.width * 0.25, low + 2 * wave)
    middle = rect.x + rect.width / 2
    edge = "".join(
        f"Q{number(control[0])} {number(control[1])} {number(end)} {number(low)}"
        for control, end in ((rise, middle), (dip, rect.x))
    )
    return f"M{number(rect.x)} {number(rect.y)}H{number(rect.right)}V{number(low)}{edge}Z"
