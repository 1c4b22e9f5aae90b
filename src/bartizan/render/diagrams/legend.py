"""The legend: the notation of this very picture in a line or two, and nothing that is not in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bartizan.render.diagrams.data_names import DOUBT
from bartizan.render.diagrams.draw_boxes import outline
from bartizan.render.diagrams.draw_groups import LOOKS
from bartizan.render.diagrams.geometry import Rect
from bartizan.render.diagrams.scene import ConnectorKind, GroupKind, Heads, Scene, Shape
from bartizan.render.diagrams.svg_tree import Element, shape, text_line
from bartizan.render.diagrams.text_lines import TextStyle, wrap

SAMPLE = (26.0, 15.0)
"""Width and height of a sample."""

WORD_GAP = 7.0
"""Between a sample and its words."""

GAP = 20.0
"""Between an entry and the next in its row."""

ROW = 23.0
"""From one row to the next."""


class Entry(NamedTuple):
    """One sample and what it means."""

    sample: list[Element]
    words: str


BLOCK_BOUNDARIES = {
    GroupKind.NETWORK: "trust domain: network",
    GroupKind.GROUP: "trust domain: group of components",
    GroupKind.THIRD_PARTY: "trust domain: third party",
    GroupKind.HOST: "host and what is on it",
}
"""What each boundary of a block diagram means; that of a host looks like that of a group and says so by its name."""

FLOW_BOUNDARIES = {
    GroupKind.NETWORK: "trust boundary",
    GroupKind.THIRD_PARTY: "trust boundary of a third party",
}
"""What the boundaries of a data flow diagram mean; that of a group looks like the first."""

SHAPE_WORDS = {
    Shape.STORE: "storage or database",
    Shape.QUEUE: "message queue",
    Shape.CLOUD: "users over the internet",
    Shape.PERSON: "people",
    Shape.FILE: "file",
    Shape.HOST: "host or device",
    Shape.HSM: "hardware security module",
    Shape.BROWSER: "user interface",
    Shape.TERMINAL: "command line",
    Shape.DOMAIN: "trust domain, drawn in a picture of its own",
    Shape.EXTERNAL_ENTITY: "external entity",
    Shape.CIRCLE: "process",
    Shape.DOUBLE_CIRCLE: "several processes",
    Shape.DATA_STORE: "data store",
}
"""What each shape that needs a word means."""


def legend(scene: Scene, width: float) -> tuple[list[Element], float]:
    """Return the samples and words in rows that fit `width`, and their height; nothing when no notation needs a word."""
    return in_rows(
        list(_entries(scene)), width, DOUBT if any(each.in_doubt for each in scene.connectors) else ""
    )


def in_rows(entries: Sequence[Entry], width: float, note: str = "") -> tuple[list[Element], float]:
    """Return samples with their words in rows of about the same length, a note below them, and the height of it all."""
    most = max(width - SAMPLE[0] - WORD_GAP, 60.0)
    words = [wrap(entry.words, TextStyle.LEGEND, most, most_lines=1)[0] for entry in entries]
    needed = [SAMPLE[0] + WORD_GAP + line.width for line in words]
    drawn: list[Element] = []
    x = y = 0.0
    limit = _row_width(needed, width)
    for entry, line, room in zip(entries, words, needed, strict=True):
        if x and x + room > limit:
            x, y = 0.0, y + ROW
        drawn += _at(entry.sample, x, y)
        drawn.append(text_line(line, x + SAMPLE[0] + WORD_GAP, y + SAMPLE[1] / 2 + 3.8, "c-muted"))
        x += room + GAP
    if note:
        y += ROW if drawn else 0.0
        drawn += footnote(note, 0.0, y)
    return drawn, y + 19 if drawn else 0.0


def _row_width(needed: Sequence[float], width: float) -> float:
    """Return the least width that makes no more rows than `width` does, so that none is left with a single entry."""
    least = _rows(needed, width)
    return next(limit for share in range(1, 41) if _rows(needed, limit := width * share / 40) == least)


def _rows(needed: Sequence[float], limit: float) -> int:
    rows, x = 1, 0.0
    for room in needed:
        if x and x + room > limit:
            rows, x = rows + 1, 0.0
        x += room + GAP
    return rows


def footnote(words: str, x: float, y: float) -> list[Element]:
    """Return a line of explanation whose upper left corner is given."""
    return [
        text_line(line, x, y + SAMPLE[1] / 2 + 3.8, "c-muted")
        for line in wrap(words, TextStyle.LEGEND, 2000, 1)
    ]


def _at(sample: list[Element], x: float, y: float) -> list[Element]:
    return [Element("g", {"transform": f"translate({x:.2f} {y:.2f})"}, children=tuple(sample))]


def _entries(scene: Scene) -> Iterator[Entry]:
    """Yield a sample and what it means for everything in the scene that needs a word."""
    rect = Rect(0, 0, *SAMPLE)
    kinds = {group.kind for group in scene.groups} | {box.closed for box in scene.boxes}
    boundaries = FLOW_BOUNDARIES if scene.is_flow else BLOCK_BOUNDARIES
    if scene.is_flow and GroupKind.GROUP in kinds:
        kinds.add(GroupKind.NETWORK)
    for kind, words in boundaries.items():
        if kind in kinds and not (kind is GroupKind.HOST and GroupKind.GROUP in kinds):
            mark, radius = LOOKS[kind]
            marks = (mark, "flow-boundary") if scene.is_flow else (mark,)
            sample = shape(
                "rect", *marks, x=0.0, y=0.0, width=SAMPLE[0], height=SAMPLE[1], rx=min(radius, 5.0)
            )
            yield Entry([sample], words)
    shapes = {box.shape for box in scene.boxes if not box.undeclared}
    for form, words in SHAPE_WORDS.items():
        if form in shapes:
            round_ = form in {Shape.CIRCLE, Shape.DOUBLE_CIRCLE}
            area = Rect((SAMPLE[0] - SAMPLE[1]) / 2, 0, SAMPLE[1], SAMPLE[1]) if round_ else rect
            people = form in {Shape.PERSON, Shape.CLOUD, Shape.EXTERNAL_ENTITY}
            mark = "network" if form is Shape.DOMAIN else "people" if people else "box"
            yield Entry(outline(form, area, (mark,), small=True), words)
    yield from _box_states(scene)
    yield from _arrows(scene)


def _box_states(scene: Scene) -> Iterator[Entry]:
    """Yield what the looks of boxes mean, whatever their shape."""
    rect, boxes = Rect(0, 0, *SAMPLE), scene.boxes
    if any(box.stacked for box in boxes):
        sheet = Rect(3, 3, SAMPLE[0] - 3, SAMPLE[1] - 3)
        pile = [*outline(Shape.PROCESS, sheet, ("sheet",), small=True),
                *outline(Shape.PROCESS, sheet.moved(-3, -3), ("box",), small=True)]  # fmt: skip
        yield Entry(pile, "several instances")
    if any(box.out_of_scope for box in boxes):
        yield Entry(outline(Shape.PROCESS, rect, ("shaded",)), "out of scope")
    if any(box.undeclared for box in boxes):
        yield Entry(outline(Shape.PROCESS, rect, ("ghost",)), "not declared")
    if any(box.future for box in boxes):
        yield Entry(outline(Shape.PROCESS, rect, ("box", "planned")), "planned")


def _arrows(scene: Scene) -> Iterator[Entry]:
    """Yield what the looks of arrows and of the numbers on them mean."""
    connectors = scene.connectors
    if any(each.kind is ConnectorKind.INTERFACE for each in connectors):
        yield Entry(sample_arrow("line", "head"), "interface: points to the listener")
    if any(each.future for each in connectors):
        yield Entry(
            sample_arrow("line", "head", "dashed"), "planned flow" if scene.is_flow else "planned interface"
        )
    if any(each.kind is ConnectorKind.READS for each in connectors):
        yield Entry(sample_arrow("thin", "thin-head"), "reads a file")
    if any(each.unsaid for each in connectors):
        yield Entry(sample_arrow("line", "head"), "without words: data not said")
    if any(each.heads is Heads.EITHER for each in connectors):
        yield Entry(sample_arrow("line", "hollow-head", both=True), "direction not said")
    hollow = [each for each in connectors if each.number and (each.future or each.out_of_scope)]
    if hollow:
        states = [word for word, holds in (("planned", any(each.future for each in hollow)),
                                           ("out of scope", any(each.out_of_scope for each in hollow))) if holds]  # fmt: skip
        yield Entry(_sample_badge("badge-hollow"), f"hollow number: {' or '.join(states)}")
    if any(each.administration and each.number for each in connectors):
        yield Entry(_sample_badge("badge-admin"), "administration path")


def _sample_badge(mark: str) -> list[Element]:
    return [shape("circle", mark, cx=SAMPLE[0] / 2, cy=SAMPLE[1] / 2, r=6.5)]


def sample_arrow(mark: str, head: str, *more: str, both: bool = False) -> list[Element]:
    """Return an arrow as wide as a sample, with one head or with one at each end."""
    middle, tip = SAMPLE[1] / 2, SAMPLE[0]
    heads = [f"{tip} {middle} {tip - 8} {middle - 3.5} {tip - 8} {middle + 3.5}"]
    if both:
        heads.append(f"0 {middle} 8 {middle - 3.5} 8 {middle + 3.5}")
    return [
        shape("path", mark, *more, d=f"M{6 if both else 0} {middle}H{tip - 6}"),
        *(shape("polygon", head, points=points) for points in heads),
    ]
