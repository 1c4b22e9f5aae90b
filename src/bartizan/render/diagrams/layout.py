"""A scene in which everything has its place."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.render.diagrams.geometry import Point, Rect, around
from bartizan.render.diagrams.label import Label
from bartizan.render.diagrams.scene import Box, Connector, Group, Scene
from bartizan.render.diagrams.text_lines import TextBlock


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box in its place."""

    box: Box
    rect: Rect
    """The whole of it, with the further sheets of a pile."""
    text: TextBlock


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """A boundary in its place."""

    group: Group
    rect: Rect
    title: TextBlock
    title_rect: Rect
    """Where the title stands, inside the boundary."""


@dataclass(frozen=True, slots=True)
class PlacedConnector:
    """A connector in its place."""

    connector: Connector
    points: tuple[Point, ...]
    """From tail to head, in level and upright stretches."""
    label: Label
    label_rect: Rect | None
    """Where the label stands, on the line; nothing when there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in its place, measured from the upper left corner."""

    scene: Scene
    boxes: tuple[PlacedBox, ...]
    groups: tuple[PlacedGroup, ...]
    """Each after the one it stands in."""
    connectors: tuple[PlacedConnector, ...]

    @property
    def extent(self) -> Rect:
        """What the drawing covers, without margins."""
        rects = [box.rect for box in self.boxes] + [group.rect for group in self.groups]
        rects += [placed.label_rect for placed in self.connectors if placed.label_rect]
        return around(rects, (point for placed in self.connectors for point in placed.points))
