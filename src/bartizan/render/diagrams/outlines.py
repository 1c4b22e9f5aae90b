"""Where the outline of a box really runs, for shapes that do not fill their rectangle."""

from __future__ import annotations

from math import sqrt

from bartizan.render.diagrams.cloud import behind_cloud
from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.layout import PlacedBox
from bartizan.render.diagrams.scene import Shape
from bartizan.render.diagrams.sizes import PILE, SHEETS

LID = 7.0
"""Half the height of a cylinder's lid, and half the width of a pipe's mouth."""

WAVE = 6.0
"""How far the lower edge of a sheet of paper swings up and down."""


def front(placed: PlacedBox) -> Rect:
    """Return the rectangle of the front sheet, where the text stands."""
    rect, box = placed.rect, placed.box
    if not box.stacked or box.shape is Shape.DOUBLE_CIRCLE:
        return rect
    return Rect(rect.x, rect.y, rect.width - PILE * SHEETS, rect.height - PILE * SHEETS)


def led_to_outline(line: tuple[Point, ...], placed: PlacedBox) -> tuple[Point, ...]:
    """Return the line with its last point moved onwards, from the rectangle of the box to its outline."""
    if len(line) < 2:
        return line
    (x, y), rect = line[-1], placed.rect
    gap = _gap(placed, (x, y))
    if gap == 0:
        return line
    if abs(y - rect.y) < 0.6:
        end = (x, y + gap)
    elif abs(y - rect.bottom) < 0.6:
        end = (x, y - gap)
    elif abs(x - rect.x) < 0.6:
        end = (x + gap, y)
    else:
        end = (x - gap, y)
    return (*line[:-1], (round(end[0], 2), round(end[1], 2)))


def _gap(placed: PlacedBox, at: Point) -> float:
    """Return how far the outline lies behind the side of the rectangle, at a point on that side."""
    rect = placed.rect
    upright_side = abs(at[0] - rect.x) < 0.6 or abs(at[0] - rect.right) < 0.6
    match placed.box.shape:
        case Shape.CIRCLE | Shape.DOUBLE_CIRCLE:
            return _behind_ellipse(rect.width / 2, rect.height / 2, at, rect, upright_side)
        case Shape.CLOUD:
            return behind_cloud(rect, at, upright_side=upright_side)
        case Shape.STORE:
            return (
                0.0
                if upright_side
                else _behind_lid(abs(at[0] - front(placed).centre[0]), front(placed).width / 2)
            )
        case Shape.QUEUE:
            return (
                _behind_lid(abs(at[1] - front(placed).centre[1]), front(placed).height / 2)
                if upright_side
                else 0.0
            )
        case Shape.PERSON:
            radius = rect.height / 2
            return radius - sqrt(max(0.0, radius**2 - (at[1] - rect.centre[1]) ** 2)) if upright_side else 0.0
        case Shape.FILE if abs(at[1] - rect.bottom) < 0.6:
            return _behind_wave((at[0] - rect.x) / rect.width)
        case _:
            return 0.0


def _behind_ellipse(
    half_width: float, half_height: float, at: Point, rect: Rect, upright_side: bool
) -> float:
    along = (at[1] - rect.centre[1]) / half_height if upright_side else (at[0] - rect.centre[0]) / half_width
    depth = 1 - sqrt(max(0.0, 1 - min(1.0, along**2)))
    return depth * (half_width if upright_side else half_height)


def _behind_lid(along: float, half: float) -> float:
    return LID * (1 - sqrt(max(0.0, 1 - min(1.0, along / half) ** 2)))


def _behind_wave(along: float) -> float:
    """Return how far the wavy edge lies above the lower side; `along` runs from 0 at the left to 1 at the right."""
    dips = along < 0.5
    part = 2 * along if dips else 2 * along - 1
    swing = 4 * WAVE * part * (1 - part)
    return WAVE - swing if dips else WAVE + swing
