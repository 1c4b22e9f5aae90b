"""What stands on the line of a connector."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.render.diagrams.scene import Connector, ConnectorKind
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, text_block
from bartizan.render.diagrams.text_width import text_width
from bartizan.render.diagrams.whole_text import list_lines, whole_block

BADGE = 17.0
"""The height of a badge, and its width for one or two characters."""

BADGE_GAP = 5.0
"""The space between a badge and the text beside it."""


WIDTH = 148.0
"""What a label may take before its text is broken."""

MOST_OF_A_LIST = 7
"""The most lines of data on a flow."""


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
    return Label(number, badge, _text(connector))


def _text(connector: Connector) -> TextBlock:
    if connector.unsaid:
        return (
            TextBlock()
        )  # a dozen times the same words would hide what is said; the legend explains a bare line
    if connector.data:
        return TextBlock(list_lines(connector.data, TextStyle.LABEL, WIDTH, MOST_OF_A_LIST))
    parts = ((connector.name, TextStyle.LABEL), (connector.detail, TextStyle.PROTOCOL))
    # What a step says is what that picture is for; an interface has its whole name in the table beside the picture.
    if connector.kind is ConnectorKind.FLOW:
        return text_block(parts, WIDTH, most_lines=MOST_OF_A_LIST)
    return whole_block(parts, ((WIDTH, 3), (WIDTH + 22, 3), (WIDTH + 52, 4)))
