"""The outline of a cloud: arcs bulging outwards between points on an oval."""

from __future__ import annotations

from functools import lru_cache
from math import cos, hypot, pi, sin, sqrt

from bartizan.render.diagrams.geometry import Point, Rect, number

_CORNERS = (-0.97, -0.69, -0.31, 0.04, 0.27, 0.56, 0.83, 1.19, 1.53, 1.83)
"""Where the arcs meet, as angles in multiples of pi, clockwise from the right."""

_BULGE = 0.62
"""The radius of an arc, in lengths of the line between its ends; half would be a semicircle."""

_OVAL = 0.82
"""The size of the oval on which the arcs meet, in sizes of the cloud."""


@lru_cache(maxsize=256)
def _arcs(width: float, height: float) -> tuple[tuple[Point, float, Point], ...]:
    """Return for each arc the point where it ends, its radius and its centre, around a cloud centred at zero."""
    rx, ry = width / 2 * _OVAL, height / 2 * _OVAL
    angles = sorted(angle % 2 for angle in _CORNERS)
    corners = [(rx * cos(angle * pi), ry * sin(angle * pi)) for angle in angles]
    arcs = []
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        across = hypot(end[0] - start[0], end[1] - start[1])
        radius = across * _BULGE
        inwards = sqrt(max(0.0, radius**2 - (across / 2) ** 2)) / across
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        centre = (middle[0] - (end[1] - start[1]) * inwards, middle[1] + (end[0] - start[0]) * inwards)
        arcs.append((end, radius, centre))
    return tuple(arcs)


def cloud_path(rect: Rect) -> str:
    """Return the outline as SVG path data."""
    cx, cy = rect.centre
    arcs = _arcs(rect.width, rect.height)
    start = arcs[-1][0]
    parts = [f"M{number(cx + start[0])} {number(cy + start[1])}"]
    for (x, y), radius, _ in arcs:
        parts.append(f"A{number(radius)} {number(radius)} 0 0 1 {number(cx + x)} {number(cy + y)}")
    return "".join(parts) + "Z"


def behind_cloud(rect: Rect, at: Point, *, upright_side: bool) -> float:
    """Return how far the outline lies behind the nearest side of its rectangle, at a point on that side."""
    along, across = (at[1] - rect.centre[1], 0) if upright_side else (at[0] - rect.centre[0], 1)
    half = (rect.width if upright_side else rect.height) / 2
    outwards = at[across] > rect.centre[across]
    reach = 0.0
    for _, radius, centre in _arcs(rect.width, rect.height):
        off = along - centre[1 - across]
        if abs(off) < radius:
            bulge = sqrt(radius**2 - off**2)
            reach = max(reach, centre[across] + bulge if outwards else bulge - centre[across])
    return half - reach
