"""What stands above and below a drawing in draw.io: the title, and the notation in words as far as it needs them."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.render.diagrams.data_names import DOUBT
from bartizan.render.diagrams.geometry import Rect
from bartizan.render.diagrams.scene import ConnectorKind, GroupKind, Heads, Scene
from bartizan.render.diagrams.text.drawio_cells import Cell, Look, text_label
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, text_block

TITLE_HEIGHT = 48.0
"""The room that the title takes at the top, with the space below it."""

SPACE = 24.0
"""Between the drawing and the words below it."""


def title_cell(title: str) -> Cell:
    """Return the title."""
    text = text_block([(title, TextStyle.TITLE)], limit=900, most_lines=1)
    return _caption("title", text, 0.0)


def legend_cells(scene: Scene, below: float) -> Iterator[Cell]:
    """Yield the words below a drawing that ends at `below`; nothing when no notation needs one."""
    text = text_block([(words, TextStyle.LEGEND) for words in _words(scene)], limit=700, most_lines=2)
    if text.lines:
        yield _caption("legend", text, below + SPACE)


def doubt_cell(below: float) -> Cell:
    """Return what a question mark behind the name of data means, for a sequence diagram that ends at `below`."""
    return _caption("legend", text_block([(DOUBT, TextStyle.LEGEND)], limit=700), below + SPACE)


def _caption(id_: str, text: TextBlock, top: float) -> Cell:
    look: Look = {"text": "", "html": 1, "align": "left", "verticalAlign": "top", "spacing": 0}
    label = text_label(text, {TextStyle.TITLE: "text"})
    return Cell(id=id_, look=look, label=label, rect=Rect(0, top, text.width + 20, text.height))


def _words(scene: Scene) -> Iterator[str]:
    kinds = {group.kind for group in scene.groups} | {box.closed for box in scene.boxes}
    lines = scene.connectors
    for words, holds in (
        ("Dashed boundary: trust domain", scene.is_flow and kinds - {GroupKind.HOST, None}),
        ("Dashed blue boundary: network", not scene.is_flow and GroupKind.NETWORK in kinds),
        ("Dashed brown boundary: third party", not scene.is_flow and GroupKind.THIRD_PARTY in kinds),
        (
            "Dotted boundary: group of components, or a host and what is on it",
            not scene.is_flow and kinds & {GroupKind.GROUP, GroupKind.HOST},
        ),
        ("Dashed arrow: planned", any(line.future for line in lines)),
        (
            "Thin arrow without a number: reads a file",
            any(line.kind is ConnectorKind.READS for line in lines),
        ),
        (
            "Hollow heads at both ends: data moves, and the page does not say which way",
            any(line.heads is Heads.EITHER for line in lines),
        ),
        (
            "Number with a ring: path by which the service is administered",
            any(line.administration and line.number for line in lines),
        ),
        (
            "Hollow number: planned, or out of scope",
            any((line.future or line.out_of_scope) and line.number for line in lines),
        ),
        (DOUBT, any(line.in_doubt for line in lines)),
    ):
        if holds:
            yield words
