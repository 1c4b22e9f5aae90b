"""The legend of a sequence diagram: the notation of the steps on this very sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bartizan.render.diagrams.data_names import DOUBT
from bartizan.render.diagrams.draw_connectors import drawn_badge
from bartizan.render.diagrams.draw_groups import LOOKS
from bartizan.render.diagrams.legend import BLOCK_BOUNDARIES, SAMPLE, Entry, in_rows, sample_arrow
from bartizan.render.diagrams.sequence_layout import Row, SequenceLayout
from bartizan.render.diagrams.svg_tree import Element, shape, text_line
from bartizan.render.diagrams.text_lines import TextStyle, wrap


def sequence_legend(layout: SequenceLayout, rows: Sequence[Row], width: float) -> tuple[list[Element], float]:
    """Return the samples and words for a sheet with those rows, and their height."""
    doubts = any(row.message.in_doubt for row in rows)
    return in_rows(list(_entries(layout, rows)), width, DOUBT if doubts else "")


def _entries(layout: SequenceLayout, rows: Sequence[Row]) -> Iterator[Entry]:
    kinds = {band.group.kind for band in layout.bands}
    for kind, words in BLOCK_BOUNDARIES.items():
        if kind in kinds:
            band = shape("rect", LOOKS[kind][0], x=0.0, y=2.0, width=SAMPLE[0], height=SAMPLE[1] - 4, rx=3.0)
            yield Entry([band], words)
    messages = [row.message for row in rows]
    middle = (SAMPLE[0] / 2, SAMPLE[1] / 2)
    if messages:
        yield Entry(drawn_badge("1", SAMPLE[1], middle, ("badge-step",), SAMPLE[1]), "step")
    if any(message.way.endswith("]") for message in messages):
        line = wrap("[1]", TextStyle.NOTE, 100)[0]
        yield Entry(
            [text_line(line, middle[0], middle[1] + 4, "c-muted", anchor="middle")], "number of the interface"
        )
    if any(message.reply for message in messages):
        yield Entry(sample_arrow("line", "head", "dashed"), "answer")
    if any(message.future for message in messages):
        hollow = drawn_badge("1", SAMPLE[1], middle, ("badge-hollow",), SAMPLE[1])
        yield Entry([*sample_arrow("line", "head", "dashed"), *hollow], "over a planned interface")
