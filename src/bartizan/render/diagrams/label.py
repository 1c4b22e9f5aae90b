"""What stands on the line of a connector."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.render.diagrams.scene import Connector, ConnectorKind
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, text_block
from bartizan.render.diagrams.text_width import text_width

BADGE = 17.0
"""The height of a badge, and its width for one or two characters."""

BADGE_GAP = 5.0
"""The space between a badge and the text beside it."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on the line of a connector: the badge, and the text to its right."""

    number: str
    badge_width: float
    """Nothing without a number."""
    text: TextBlock

    @property
    def width(self) -> float:
        """Badge, gap and text."""
        gap = BADGE_GAP if self.badge_width and self.text.lines else 0.0
        return self.badge_width + gap + self.text.width

    @property
    def height(self) -> float:
        """The higher of badge and text."""
        return max(BADGE if self.badge_width else 0.0, self.text.height)


def label_of(connector: Connector) -> Label:
    """Return the label of a connector, its text broken to a width that leaves room for others."""
    number = connector.number
    badge = (
        max(BADGE, text_width(number, TextStyle.BADGE.size, TextStyle.BADGE.weight) + 6) if number else 0.0
    )
    parts = ((connector.name, TextStyle.LABEL), (connector.detail, TextStyle.PROTOCOL))
    # The data on a flow is what that picture is for; an interface has its whole name in the table beside the picture.
    lines = 7 if connector.kind is ConnectorKind.FLOW else 3
    return Label(number, badge, text_block(parts, limit=148, most_lines=lines))
