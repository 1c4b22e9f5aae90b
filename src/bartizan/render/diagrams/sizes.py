"""How much room each box, boundary title and label needs for its text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, hypot

from bartizan.render.diagrams.label import Label, label_of
from bartizan.render.diagrams.scene import Box, Group, Scene, Shape
from bartizan.render.diagrams.self_loops import LoopRoom, loop_room
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle
from bartizan.render.diagrams.whole_text import whole_block

PILE = 4.0
"""How far each further sheet of a pile stands out to the lower right."""

SHEETS = 1
"""How many further sheets a pile has."""

PORT = 15.0
"""The least distance between two lines that end on the same side of a box."""


IN_BOX = ((168.0, 4), (200.0, 5), (240.0, 6), (280.0, 8))
"""The rooms for the texts of a box: a larger one where a name would be cut or broken inside a word."""

IN_CIRCLE = ((110.0, 4), (132.0, 4), (154.0, 5), (176.0, 6), (220.0, 8))
"""The rooms for the texts of a circle."""

IN_TITLE = ((260.0, 2), (320.0, 2), (360.0, 4))
"""The rooms for the title of a boundary."""


@dataclass(frozen=True, slots=True)
class BoxSize:
    """A box with its text, before it has a place."""

    text: TextBlock
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """The room that everything in a scene needs."""

    boxes: Mapping[str, BoxSize]
    titles: Mapping[str, TextBlock]
    """The text on each group's boundary."""
    labels: Mapping[str, Label]
    """The text on each connector."""
    loops: Mapping[str, LoopRoom]
    """The room that must stay free beside the boxes that talk to themselves."""
    downwards: bool
    """Whether the layout runs downwards, else from left to right."""


def sizes_of(scene: Scene, backwards: frozenset[str], *, downwards: bool) -> Sizes:
    """Measure a scene that will be laid out downwards, or else from left to right."""
    labels = {connector.id: label_of(connector) for connector in scene.connectors}
    looping: defaultdict[str, list[Label]] = defaultdict(list)
    for connector in scene.connectors:
        if connector.tail == connector.head:
            looping[connector.tail].append(labels[connector.id])
    loops = {id_: loop_room(mine, downwards=downwards) for id_, mine in looping.items()}
    crowding = _crowding(scene, backwards)
    boxes = {}
    for box in scene.boxes:
        size = _box_size(box)
        lines = crowding[box.id] * PORT + 8 if crowding[box.id] > 1 else 0.0
        sides = loops[box.id].along if box.id in loops else 0.0
        width, height = (
            max(size.width, lines if downwards else sides),
            max(size.height, sides if downwards else lines),
        )
        if box.shape in {Shape.CIRCLE, Shape.DOUBLE_CIRCLE}:
            width = height = max(width, height)
        boxes[box.id] = BoxSize(size.text, float(ceil(width)), float(ceil(height)))
    return Sizes(boxes, {group.id: _title(group) for group in scene.groups}, labels, loops, downwards)


def _crowding(scene: Scene, backwards: frozenset[str]) -> Mapping[str, int]:
    """Return how many lines end on the fullest side of each box."""
    sides: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for connector in scene.connectors:
        if connector.tail == connector.head:
            continue
        ends = (connector.tail, connector.head)
        for side, id_ in zip(
            ("out", "in"), reversed(ends) if connector.id in backwards else ends, strict=True
        ):
            sides[id_][side] += 1
    return Counter({id_: max(counts.values()) for id_, counts in sides.items()})


def _title(group: Group) -> TextBlock:
    return whole_block([(group.name, TextStyle.GROUP)], IN_TITLE)


def _box_size(box: Box) -> BoxSize:
    text = whole_block(_texts(box), IN_CIRCLE if box.shape in {Shape.CIRCLE, Shape.DOUBLE_CIRCLE} else IN_BOX)
    width, height = _outline(box.shape, text)
    pile = PILE * SHEETS if box.stacked and box.shape is not Shape.DOUBLE_CIRCLE else 0.0
    return BoxSize(text, width + pile, height + pile)


def _texts(box: Box) -> list[tuple[str, TextStyle]]:
    name = f"{box.name} ({box.quantity})" if box.quantity else box.name
    texts = [(name, TextStyle.NAME), (box.detail, TextStyle.DETAIL)]
    if box.undeclared:
        texts.append(("not declared", TextStyle.MARK))
    if box.out_of_scope:
        texts.append(("out of scope", TextStyle.MARK))
    if box.future:
        texts.append(("planned", TextStyle.MARK))
    return texts


def _outline(shape: Shape, text: TextBlock) -> tuple[float, float]:
    """Return width and height of the outline that holds the text."""
    width, height = text.width, text.height
    match shape:
        case Shape.STORE:
            return max(96.0, width + 28), max(54.0, height + 32)
        case Shape.QUEUE:
            return max(110.0, width + 48), max(44.0, height + 20)
        case Shape.CLOUD:
            return max(112.0, width * 1.25 + 44), max(64.0, height * 1.5 + 36)
        case Shape.PERSON:
            return max(104.0, width + 42), max(44.0, height + 22)
        case Shape.FILE:
            return max(92.0, width + 28), max(46.0, height + 28)
        case Shape.CIRCLE | Shape.DOUBLE_CIRCLE:
            diameter = max(78.0, hypot(width, height) + (26 if shape is Shape.DOUBLE_CIRCLE else 18))
            return diameter, diameter
        case Shape.DATA_STORE:
            return max(112.0, width + 36), max(46.0, height + 22)
        case Shape.BROWSER | Shape.HOST:
            return max(96.0, width + 34), max(46.0, height + 30)
        case Shape.HSM:
            return max(100.0, width + 38), max(46.0, height + 26)
        case Shape.TERMINAL:
            return max(104.0, width + 46), max(44.0, height + 24)
        case Shape.DOMAIN:
            return max(150.0, width + 44), max(64.0, height + 34)
        case _:
            return max(96.0, width + 32), max(42.0, height + 22)
