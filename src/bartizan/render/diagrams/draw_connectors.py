"""Draw connectors: a line with rounded corners, broken where its label stands, with the head at the listener."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot

from bartizan.render.diagrams.geometry import Point, Rect, number
from bartizan.render.diagrams.label import BADGE, BADGE_GAP, Label
from bartizan.render.diagrams.layout import PlacedConnector
from bartizan.render.diagrams.scene import Connector, ConnectorKind, Heads
from bartizan.render.diagrams.svg_tree import Element, group, shape, text_line
from bartizan.render.diagrams.text_lines import TextStyle, text_block

HEAD = 9.0
"""The length of an arrowhead."""

HEAD_HALF = 3.9
"""Half its width."""

CORNER = 7.0
"""The radius of a corner."""


def drawn_connector(placed: PlacedConnector, names: Mapping[str, str]) -> Element:
    """Return the connector as a group that says which interface it shows; `names` are those of boxes and groups."""
    connector = placed.connector
    parts = [*arrow(placed.points, placed.label_rect, connector)]
    if placed.label_rect:
        parts += drawn_label(placed.label, placed.label_rect, connector)
    states = [word for word, holds in (("future", connector.future), ("reply", connector.reply),
              ("administration", connector.administration), ("out-of-scope", connector.out_of_scope)) if holds]  # fmt: skip
    return group(
        parts,
        classes=" ".join([connector.kind.value, *states]),
        title=in_words(connector, names),
        role="graphics-symbol img",
        data_interface=connector.element,
    )


def in_words(connector: Connector, names: Mapping[str, str]) -> str:
    """Return what the arrow says, for those who cannot see it."""
    label = ": ".join(part for part in (connector.number, connector.name) if part)
    ends = f"from {names[connector.tail]} to {names[connector.head]}"
    if connector.heads is Heads.EITHER:
        ends = f"between {names[connector.tail]} and {names[connector.head]}, direction not said"
    words = [" ".join(part for part in (connector.kind.value, label) if part), ends, connector.detail]
    words += [word for word, holds in (("planned", connector.future), ("administration path", connector.administration),
                                       ("out of scope", connector.out_of_scope)) if holds]  # fmt: skip
    return ", ".join(word for word in words if word)


def line_marks(connector: Connector) -> tuple[str, ...]:
    """Return the looks of the line."""
    thin = connector.kind in {ConnectorKind.READS, ConnectorKind.WRITES} or connector.out_of_scope
    mark = "thin" if thin else "line"
    return (mark, "dashed") if connector.future else (mark,)


def arrow(points: Sequence[Point], gap: Rect | None, connector: Connector) -> list[Element]:
    """Return line and heads of an arrow along the points, without the stretch that the gap covers."""
    marks = line_marks(connector)
    line = list(points)
    heads = [_head(line[-2], line[-1], connector)]
    line[-1] = _short_of(line[-2], line[-1], HEAD - 1)
    if connector.heads is Heads.EITHER:
        heads.append(_head(line[1], line[0], connector))
        line[0] = _short_of(line[1], line[0], HEAD - 1)
    return [shape("path", *marks, d=path) for path in rounded_path(line, gap)] + heads


def rounded_path(points: Sequence[Point], gap: Rect | None) -> list[str]:
    """Return path data for the line, with round corners, in one piece or in the two that a gap leaves."""
    pieces = _outside(points, gap.grown(1.5)) if gap else [list(points)]
    return ["".join(_rounded(piece)) for piece in pieces if len(piece) > 1]


def drawn_label(label: Label, rect: Rect, connector: Connector) -> list[Element]:
    """Return badge and text."""
    cx, cy = rect.centre
    x = cx - label.width / 2
    parts = drawn_badge(
        label.number, label.badge_width, (x + label.badge_width / 2, cy), badge_marks(connector)
    )
    if label.badge_width:
        x += label.badge_width + BADGE_GAP
    anchor, at = ("start", x) if label.badge_width else ("middle", x + label.text.width / 2)
    y = cy - label.text.height / 2
    for line in label.text.lines:
        y += line.style.height
        mark = "c-muted" if line.style is TextStyle.PROTOCOL or connector.out_of_scope else "c-text"
        parts.append(
            text_line(line, at, y - line.style.height / 2 + line.style.size * 0.36, mark, anchor=anchor)
        )
    return parts


def badge_marks(connector: Connector) -> tuple[str, ...]:
    """Return the looks of the badge: hollow for what is planned or out of scope, with a ring for administration."""
    if connector.future or connector.out_of_scope:
        return ("badge-hollow", "badge-ring") if connector.administration else ("badge-hollow",)
    return ("badge-admin",) if connector.administration else ("badge",)


def drawn_badge(
    text: str, width: float, centre: Point, marks: tuple[str, ...], height: float = BADGE
) -> list[Element]:
    """Return a round badge, or a longer one when the text needs it; nothing without a text."""
    if not text:
        return []
    x, y = centre
    lines = text_block([(text, TextStyle.BADGE)], limit=1000, most_lines=1).lines
    colour = {"badge-hollow": "c-muted", "badge-step": "c-text"}.get(marks[0], "c-badge")
    return [
        shape("rect", *marks, x=x - width / 2, y=y - height / 2, width=width, height=height, rx=height / 2),
        *(text_line(line, x, y + line.style.size * 0.36, colour, anchor="middle") for line in lines),
    ]


def _head(before: Point, tip: Point, connector: Connector) -> Element:
    away = max(hypot(tip[0] - before[0], tip[1] - before[1]), 0.01)
    dx, dy = (tip[0] - before[0]) / away, (tip[1] - before[1]) / away
    back = (tip[0] - dx * HEAD, tip[1] - dy * HEAD)
    one = (back[0] - dy * HEAD_HALF, back[1] + dx * HEAD_HALF)
    other = (back[0] + dy * HEAD_HALF, back[1] - dx * HEAD_HALF)
    mark = "thin-head" if "thin" in line_marks(connector) else "head"
    if connector.heads is Heads.EITHER:
        mark = "hollow-head"
    corners = " ".join(f"{number(x)} {number(y)}" for x, y in (tip, one, other))
    return shape("polygon", mark, points=corners)


def _short_of(before: Point, end: Point, by: float) -> Point:
    """Return the end moved back towards the point before it, at most all the way."""
    away = hypot(end[0] - before[0], end[1] - before[1])
    if away <= by:
        return before
    part = (away - by) / away
    return (before[0] + (end[0] - before[0]) * part, before[1] + (end[1] - before[1]) * part)


def _outside(points: Sequence[Point], gap: Rect) -> list[list[Point]]:
    """Return the stretches of a line with right angles that lie outside the gap."""
    pieces: list[list[Point]] = [[points[0]]]
    for start, end in pairwise(points):
        if not gap.crossed_by(start, end):
            pieces[-1].append(end)
            continue
        enter, leave = _clipped(start, end, gap)
        pieces[-1].append(enter)
        pieces.append([leave, end])
    return [piece for piece in pieces if piece[0] != piece[-1] or len(piece) > 2]


def _clipped(start: Point, end: Point, gap: Rect) -> tuple[Point, Point]:
    """Return where a level or upright stretch enters and leaves the gap."""
    if abs(start[1] - end[1]) < abs(start[0] - end[0]):
        near, far = (gap.x, gap.right) if start[0] < end[0] else (gap.right, gap.x)
        low, high = min(start[0], end[0]), max(start[0], end[0])
        return (min(max(near, low), high), start[1]), (min(max(far, low), high), start[1])
    near, far = (gap.y, gap.bottom) if start[1] < end[1] else (gap.bottom, gap.y)
    low, high = min(start[1], end[1]), max(start[1], end[1])
    return (start[0], min(max(near, low), high)), (start[0], min(max(far, low), high))


def _rounded(points: Sequence[Point]) -> list[str]:
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(
            hypot(corner[0] - before[0], corner[1] - before[1]),
            hypot(after[0] - corner[0], after[1] - corner[1]),
        )
        radius = min(CORNER, room / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(
            f"L{number(start[0])} {number(start[1])}Q{number(corner[0])} {number(corner[1])} {number(end[0])} {number(end[1])}"
        )
    parts.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return parts


def _towards(point: Point, other: Point, by: float) -> Point:
    away = hypot(other[0] - point[0], other[1] - point[1])
    if not away:
        return point
    return (point[0] + (other[0] - point[0]) * by / away, point[1] + (other[1] - point[1]) * by / away)
