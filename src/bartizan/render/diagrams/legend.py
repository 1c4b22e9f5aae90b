"""The legend: the notation of this very picture in a line or two, and nothing that is not in it."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.render.diagrams.data_names import DOUBT
from bartizan.render.diagrams.draw_boxes import outline
from bartizan.render.diagrams.draw_groups import LOOKS
from bartizan.render.diagrams.geometry import Rect
from bartizan.render.diagrams.scene import ConnectorKind, GroupKind, Heads, Scene, Shape
from bartizan.render.diagrams.svg_tree import Element, shape, text_line
from bartizan.render.diagrams.text_lines import TextStyle, wrap

SAMPLE = (26.0, 15.0)
"""Width and height of a sample."""

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
    Shape.HOST: "host",
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
    drawn: list[Element] = []
    x = y = 0.0
    most = max(width - SAMPLE[0] - 7, 60.0)
    for sample, words in _entries(scene):
        lines = wrap(words, TextStyle.LEGEND, most, most_lines=1)
        needed = SAMPLE[0] + 7 + lines[0].width
        if x and x + needed > width:
            x, y = 0.0, y + 23
        drawn += _at(sample, x, y)
        drawn.append(text_line(lines[0], x + SAMPLE[0] + 7, y + SAMPLE[1] / 2 + 3.8, "c-muted"))
        x += needed + 20
    if any(each.in_doubt for each in scene.connectors):
        y += 23 if drawn else 0.0
        drawn += footnote(DOUBT, 0.0, y)
    return drawn, y + 19 if drawn else 0.0


def footnote(words: str, x: float, y: float) -> list[Element]:
    """Return a line of explanation whose upper left corner is given."""
    return [
        text_line(line, x, y + SAMPLE[1] / 2 + 3.8, "c-muted")
        for line in wrap(words, TextStyle.LEGEND, 2000, 1)
    ]


def _at(sample: list[Element], x: float, y: float) -> list[Element]:
    return [Element("g", {"transform": f"translate({x:.2f} {y:.2f})"}, children=tuple(sample))]


def _entries(scene: Scene) -> Iterator[tuple[list[Element], str]]:
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
            yield [sample], words
    shapes = {box.shape for box in scene.boxes if not box.undeclared}
    for form, words in SHAPE_WORDS.items():
        if form in shapes:
            round_ = form in {Shape.CIRCLE, Shape.DOUBLE_CIRCLE}
            area = Rect((SAMPLE[0] - SAMPLE[1]) / 2, 0, SAMPLE[1], SAMPLE[1]) if round_ else rect
            people = form in {Shape.PERSON, Shape.CLOUD, Shape.EXTERNAL_ENTITY}
            mark = "network" if form is Shape.DOMAIN else "people" if people else "box"
            yield outline(form, area, (mark,), small=True), words
    boxes, connectors = scene.boxes, scene.connectors
    if any(box.out_of_scope for box in boxes):
        yield outline(Shape.PROCESS, rect, ("shaded",)), "out of scope"
    if any(box.undeclared for box in boxes):
        yield outline(Shape.PROCESS, rect, ("ghost",)), "not declared"
    if any(box.future for box in boxes) or any(each.future for each in connectors):
        yield outline(Shape.PROCESS, rect, ("box", "planned")), "planned"
    if any(each.kind is ConnectorKind.READS for each in connectors):
        yield _sample_arrow("thin", "thin-head"), "reads a file"
    if any(each.reply for each in connectors):
        yield _sample_arrow("line", "head", "dashed"), "reply"
    if any(each.heads is Heads.EITHER for each in connectors):
        yield _sample_arrow("line", "hollow-head"), "direction not said"
    if any(each.administration for each in connectors):
        yield (
            [shape("circle", "badge-admin", cx=SAMPLE[0] / 2, cy=SAMPLE[1] / 2, r=6.5)],
            "administration path",
        )


def _sample_arrow(mark: str, head: str, *more: str) -> list[Element]:
    middle = SAMPLE[1] / 2
    tip = SAMPLE[0]
    return [
        shape("path", mark, *more, d=f"M0 {middle}H{tip - 6}"),
        shape("polygon", head, points=f"{tip} {middle} {tip - 8} {middle - 3.5} {tip - 8} {middle + 3.5}"),
    ]
