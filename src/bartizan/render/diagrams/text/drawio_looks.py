"""What boxes, boundaries and lines look like in draw.io."""

from __future__ import annotations

from bartizan.render.diagrams.outlines import LID, WAVE
from bartizan.render.diagrams.scene import Box, Connector, ConnectorKind, Group, GroupKind, Heads, Shape
from bartizan.render.diagrams.text.drawio_cells import Look, colours
from bartizan.render.diagrams.theme import COLOURS

SHAPES: dict[Shape, Look] = {
    Shape.STORE: {"shape": "cylinder3", "boundedLbl": 1, "backgroundOutline": 1, "size": LID},
    # The ends of a line count from the upper left corner, not from where that is after the turn.
    Shape.QUEUE: {
        "shape": "cylinder3",
        "direction": "south",
        "anchorPointDirection": 0,
        "backgroundOutline": 1,
        "size": LID,
    },
    Shape.CLOUD: {"shape": "cloud", "perimeter": "ellipsePerimeter"},
    Shape.PERSON: {"rounded": 1, "arcSize": 50},
    Shape.FILE: {"shape": "document", "boundedLbl": 1},
    Shape.HOST: {"shape": "internalStorage", "dx": 0, "dy": 4},
    Shape.HSM: {"shape": "ext", "double": 1, "rounded": 1, "margin": 3},
    Shape.BROWSER: {"shape": "internalStorage", "dx": 0, "dy": 9},
    Shape.EXTERNAL_ENTITY: {"rounded": 0},
    Shape.CIRCLE: {"shape": "ellipse", "perimeter": "ellipsePerimeter"},
    Shape.DOUBLE_CIRCLE: {"shape": "doubleEllipse", "margin": 4, "perimeter": "ellipsePerimeter"},
    Shape.DATA_STORE: {"shape": "partialRectangle", "left": 0, "right": 0},
}
"""draw.io's own shape for each of ours; all others are rectangles with slightly round corners."""

ROUND: Look = {"rounded": 1, "absoluteArcSize": 1, "arcSize": 10}

BOUNDARIES: dict[GroupKind, Look] = {
    GroupKind.NETWORK: {
        **colours("network-fill", "network"),
        "dashPattern": "8 5",
        "rounded": 1,
        "arcSize": 28,
    },
    GroupKind.THIRD_PARTY: {
        **colours("third-party-fill", "third-party"),
        "dashPattern": "8 5",
        "rounded": 1,
        "arcSize": 28,
    },
    GroupKind.GROUP: {**colours("group-fill", "group"), "dashPattern": "1.5 3.5", "rounded": 1, "arcSize": 4},
    GroupKind.HOST: {**colours("group-fill", "group"), "dashPattern": "1.5 3.5", "rounded": 1, "arcSize": 4},
}
"""Dashed with round corners for networks, dotted for groups of components and for hosts."""

TITLE_COLOURS = {GroupKind.NETWORK: "network-text", GroupKind.THIRD_PARTY: "third-party-text"}
"""The role of the colour of each boundary's title; of all others, `group-text`."""


def box_look(box: Box, height: float) -> Look:
    """Return the look of a box that is so high."""
    look = dict(SHAPES.get(box.shape, ROUND)) | {"html": 1, "whiteSpace": "wrap", "strokeWidth": 1.4}
    if box.closed is not None:
        return {**look, **BOUNDARIES[box.closed], "dashed": 1, "absoluteArcSize": 1}
    if box.shape is Shape.FILE:
        look["size"] = round(2 * WAVE / height, 3)
    if box.undeclared:
        return look | colours("paper", "hot") | {"dashed": 1, "dashPattern": "2 3"}
    if box.out_of_scope:
        look |= colours("shade", "muted")
    else:
        people = box.shape in {Shape.PERSON, Shape.CLOUD, Shape.EXTERNAL_ENTITY}
        look |= colours("people" if people else "box", "ink")
    return look | ({"dashed": 1, "dashPattern": "6 4"} if box.future else {})


def boundary_look(group: Group, *, is_flow: bool) -> Look:
    """Return the look of a boundary, without the place of its title."""
    look = {
        **BOUNDARIES[group.kind],
        "dashed": 1,
        "absoluteArcSize": 1,
        "strokeWidth": 1.4,
        "html": 1,
        "container": 1,
        "collapsible": 0,
        "recursiveResize": 0,
        "pointerEvents": 0,
    }
    if is_flow and group.kind is not GroupKind.HOST:
        look |= {"strokeColor": COLOURS["boundary"].light, "dashPattern": "8 5"}
    return look


def line_look(connector: Connector) -> Look:
    """Return the look of a line, without the places of its ends."""
    thin = connector.out_of_scope or connector.kind in {ConnectorKind.READS, ConnectorKind.WRITES}
    look: dict[str, str | float] = {
        "html": 1,
        "edgeStyle": "orthogonalEdgeStyle",
        "rounded": 1,
        "arcSize": 14,
        "strokeColor": COLOURS["faint-line" if thin else "line"].light,
        "strokeWidth": 1.1 if thin else 1.5,
        "endArrow": "block",
        "endFill": 1,
        "endSize": 6,
    }
    if connector.future:
        look |= {"dashed": 1, "dashPattern": "6 4"}
    if connector.heads is Heads.EITHER:
        look |= {"endFill": 0, "startArrow": "block", "startFill": 0, "startSize": 6}
    return look
