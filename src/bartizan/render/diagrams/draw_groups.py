"""Draw the boundaries of trust domains and hosts, and their titles."""

from __future__ import annotations

from bartizan.render.diagrams.layout import PlacedGroup
from bartizan.render.diagrams.scene import GroupKind
from bartizan.render.diagrams.svg_tree import Element, group, shape, text_line

LOOKS = {
    GroupKind.NETWORK: ("network", 14.0),
    GroupKind.GROUP: ("group", 2.0),
    GroupKind.THIRD_PARTY: ("third-party", 14.0),
    GroupKind.HOST: ("group", 2.0),
}
"""The mark of each kind of boundary, and the radius of its corners."""


def drawn_boundary(placed: PlacedGroup, *, is_flow: bool) -> Element:
    """Return the boundary as a group that says which domain or host it shows."""
    mark, radius = LOOKS[placed.group.kind]
    marks = (mark, "flow-boundary") if is_flow and placed.group.kind is not GroupKind.HOST else (mark,)
    rect = placed.rect
    line = shape("rect", *marks, x=rect.x, y=rect.y, width=rect.width, height=rect.height, rx=radius)
    host = placed.group.kind is GroupKind.HOST
    names = {"data_component": placed.group.element} if host else {"data_domain": placed.group.element}
    classes = f"{'host' if host else 'domain'} {mark}" + (" future" if placed.group.future else "")
    kind = "host" if host else f"trust domain, {placed.group.kind.value}"
    return group(
        [line], classes=classes, title=f"{placed.group.name}, {kind}", role="graphics-object group", **names
    )


def drawn_title(placed: PlacedGroup, *, crossed: bool) -> Element:
    """Return the title of a boundary; on a pill of its own when a line runs behind it."""
    mark, _ = LOOKS[placed.group.kind]
    rect = placed.title_rect
    parts = []
    if crossed:
        pill = rect.grown(3)
        parts.append(
            shape(
                "rect",
                mark,
                "no-edge",
                x=pill.x - 2,
                y=pill.y,
                width=pill.width + 4,
                height=pill.height,
                rx=6.0,
            )
        )
    y = rect.y
    for line in placed.title.lines:
        y += line.style.height
        parts.append(text_line(line, rect.x, y - line.style.height / 2 + line.style.size * 0.36, f"c-{mark}"))
    return group(parts, classes="domain-title", aria_hidden="true")
