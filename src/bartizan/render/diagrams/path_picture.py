"""Draw an attack path on the block diagram: where it runs, in which steps, and what fails on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.best_layout import best_layout
from bartizan.render.diagrams.block_diagram import PAGE
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.collisions import crossed_titles
from bartizan.render.diagrams.compose import LEAST_WIDTH, MARGIN, sheet_title
from bartizan.render.diagrams.draw_boxes import drawn_box, outline
from bartizan.render.diagrams.draw_connectors import drawn_connector
from bartizan.render.diagrams.draw_groups import drawn_boundary, drawn_title
from bartizan.render.diagrams.geometry import Rect, around
from bartizan.render.diagrams.layout import Layout
from bartizan.render.diagrams.legend import SAMPLE, Entry, in_rows, legend, sample_arrow
from bartizan.render.diagrams.nesting import Nesting
from bartizan.render.diagrams.overview import MOST_BOXES
from bartizan.render.diagrams.path_looks import bold, bold_edge, quiet
from bartizan.render.diagrams.path_tags import PlacedTag, cross, drawn_tag, placed_tags, tag_of
from bartizan.render.diagrams.picture import Picture, picture
from bartizan.render.diagrams.scene import Scene, Shape
from bartizan.render.diagrams.svg_tree import Element, group, shape, text_line
from bartizan.render.diagrams.text_lines import TextStyle, wrap
from bartizan.render.diagrams.theme import Theme

STEPS_WIDTH = 560.0
"""No list of steps is narrower than this, for the sake of its sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One step of the proof that a path is open."""

    number: int
    says: str
    supposed: bool
    """Whether it is something that fails, or of which nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPath:
    """A path as it is drawn. What stands on the diagram is named as `component web`, `interface 1`, `domain cloud`."""

    name: str
    """Letters, digits and hyphens, fit for a file."""
    title: str
    lead: tuple[str, ...]
    """What stands below the title, a sentence each."""
    at: Mapping[str, tuple[int, ...]]
    """Where the path runs, with the numbers of the steps that happen there; none where it only runs through."""
    failing: Mapping[str, tuple[str, ...]]
    """What fails where."""
    steps: tuple[PathStep, ...] = field(default=())
    note: str = ""
    """What the picture does not say, below everything."""


def path_picture(architecture: Architecture, path: DrawnPath, *, theme: Theme = Theme.AUTO) -> Picture:
    """Return the block diagram with a path on it. Raises `LayoutFailed` or `NoEngine` as the block diagram does.

    Of a service too large for one picture, what the path does not touch is left out, and that is said.
    """
    scene = block_scene(architecture)
    left_out = ""
    if len(scene.boxes) > MOST_BOXES:
        scene, left_out = _only_touched(scene, path)
    return _composed(best_layout(scene, PAGE), path, left_out, theme)


def _only_touched(scene: Scene, path: DrawnPath) -> tuple[Scene, str]:
    """Return the part of a scene that a path touches, and what was left out in words."""
    touched = {*path.at, *path.failing}
    connectors = tuple(each for each in scene.connectors if f"interface {each.element}" in touched)
    ends = {end for each in connectors for end in (each.tail, each.head)}
    boxes = tuple(each for each in scene.boxes if each.id in ends or f"component {each.element}" in touched)
    nesting = Nesting(scene)
    around_them = {outer for each in boxes for outer in nesting.path(each.id)}
    named = {each.id for each in scene.groups if f"domain {each.element}" in touched}
    around_them |= {outer for each in named for outer in (each, *nesting.path(each))}
    kept = replace(
        scene,
        boxes=boxes,
        connectors=connectors,
        groups=tuple(each for each in scene.groups if each.id in around_them | ends),
    )
    parts, arrows = len(scene.boxes) - len(boxes), len(scene.connectors) - len(connectors)
    gone = f"{parts} component{'s' * (parts != 1)} and {arrows} arrow{'s' * (arrows != 1)}"
    return kept, f"{gone} that the path does not touch are left out."


def _composed(layout: Layout, path: DrawnPath, left_out: str, theme: Theme) -> Picture:
    tags = _tags(layout, path)
    extent = around([layout.extent, *(each.rect.grown(2) for each in tags)])
    width = max(extent.width, LEAST_WIDTH, STEPS_WIDTH if path.steps else 0.0)
    title, height = sheet_title(path.title, width)
    parts = list(title)
    y = MARGIN + height - (10 if title else 0)
    for sentence in path.lead:
        y = _written(parts, sentence, TextStyle.STEP, y, width, "c-text")
    y += 16
    left = MARGIN - extent.x + (width - extent.width) / 2
    parts.append(
        group(
            [*_drawing(layout, path), *map(drawn_tag, tags)],
            classes="drawing path",
            transform=f"translate({left:.2f} {y - extent.y:.2f})",
        )
    )
    y += extent.height + 22
    for notes, notes_height in (in_rows(list(_entries(path)), width), legend(layout.scene, width)):
        if notes:
            parts.append(group(notes, classes="legend", transform=f"translate({MARGIN:.2f} {y:.2f})"))
            y += notes_height + 6
    y = _listed(parts, path, y + 10, width)
    for sentence in filter(None, (path.note, left_out)):
        y = _written(parts, sentence, TextStyle.LEGEND, y + 4, width, "c-muted")
    described = " ".join((*path.lead, *(f"{each.number}. {each.says}." for each in path.steps), path.note))
    return picture(
        path.name, path.title, described, round(width + 2 * MARGIN), round(y + MARGIN), parts, theme
    )


def _written(
    parts: list[Element], text: str, style: TextStyle, y: float, width: float, mark: str, x: float = MARGIN
) -> float:
    """Write a text in lines below a height, and return the height below it."""
    for line in wrap(text, style, width, most_lines=12):
        y += line.style.height
        parts.append(text_line(line, x, y - line.style.height / 2 + line.style.size * 0.36, mark))
    return y


def _drawing(layout: Layout, path: DrawnPath) -> Iterator[Element]:
    """Yield everything of the diagram in drawing order, quiet first, so that the path lies on top."""
    names = {box.id: box.name for box in layout.scene.boxes} | {
        each.id: each.name for each in layout.scene.groups
    }
    crossed = crossed_titles(layout)
    for placed in layout.groups:
        boundary = drawn_boundary(placed, is_flow=False)
        touched = {f"domain {placed.group.element}", f"component {placed.group.element}"} & {
            *path.at,
            *path.failing,
        }
        yield bold_edge(boundary) if touched else boundary
    on_path: list[Element] = []
    beside: list[Element] = []
    for box in layout.boxes:
        key = f"{'domain' if box.box.is_domain else 'component'} {box.box.element}"
        (on_path if key in path.at or key in path.failing else beside).append(drawn_box(box))
    for connector in layout.connectors:
        key = f"interface {connector.connector.element}"
        hot = bool(connector.connector.element) and (key in path.at or key in path.failing)
        (on_path if hot else beside).append(drawn_connector(connector, names))
    yield from map(quiet, beside)
    yield from (drawn_title(each, crossed=each.group.id in crossed) for each in layout.groups)
    yield from map(bold, on_path)


def _tags(layout: Layout, path: DrawnPath) -> list[PlacedTag]:
    """Return the tag of each element that the path touches, in the order of the steps, in its place."""
    anchors: dict[str, Rect] = {
        f"domain {each.group.element}": each.title_rect.grown(2) for each in layout.groups
    }
    anchors |= {f"component {each.group.element}": each.title_rect.grown(2) for each in layout.groups}
    anchors |= {
        f"{'domain' if each.box.is_domain else 'component'} {each.box.element}": each.rect
        for each in layout.boxes
    }
    for placed in layout.connectors:
        middle = placed.points[len(placed.points) // 2]
        anchors[f"interface {placed.connector.element}"] = placed.label_rect or Rect(
            middle[0], middle[1], 0, 0
        ).grown(4)
    wanted = sorted(
        (key for key in {*path.at, *path.failing} if key in anchors and (path.at.get(key) or key in path.failing)),
        key=lambda key: (path.at.get(key, ()) or (10**9,), key),
    )  # fmt: skip
    to_be_read = [each.rect for each in layout.boxes] + [each.title_rect.grown(3) for each in layout.groups]
    to_be_read += [each.label_rect.grown(2) for each in layout.connectors if each.label_rect]
    tags = [(tag_of(key, path.at.get(key, ()), path.failing.get(key, ())), anchors[key]) for key in wanted]
    lines = [each.points for each in layout.connectors]
    return placed_tags(tags, to_be_read, lines, layout.extent)


def _entries(path: DrawnPath) -> Iterator[Entry]:
    """Yield what the looks of a path mean."""
    rect = Rect(0, 0, *SAMPLE)
    yield Entry([bold(each) for each in sample_arrow("line", "head")], "thick: the path runs here")
    yield Entry([bold(each) for each in outline(Shape.PROCESS, rect, ("box",), small=True)], "part on the path")  # fmt: skip
    yield Entry([quiet(each) for each in outline(Shape.PROCESS, rect, ("box",), small=True)], "thin: not touched")  # fmt: skip
    tag = shape("rect", "tag", x=0.0, y=0.0, width=SAMPLE[0], height=SAMPLE[1], rx=3.0)
    number = wrap("n", TextStyle.BADGE, 100, 1)[0]
    word = text_line(number, SAMPLE[0] / 2, SAMPLE[1] / 2 + 3.4, "c-hot", anchor="middle")
    yield Entry([tag, word], "steps of the list below that happen here")
    if path.failing:
        yield Entry([cross(SAMPLE[0] / 2, SAMPLE[1] / 2, 4.0)], "fails, or nothing is said of it")


def _listed(parts: list[Element], path: DrawnPath, y: float, width: float) -> float:
    """Write the steps under each other, and return the height below them."""
    indent = 34.0
    for step in path.steps:
        number = wrap(f"{step.number}", TextStyle.BADGE, 100, 1)[0]
        mark = "c-hot" if step.supposed else "c-text"
        baseline = y + TextStyle.NOTE.height / 2 + 3.8
        parts.append(text_line(number, MARGIN + indent - 8, baseline, mark, anchor="end"))
        if step.supposed:
            parts.append(cross(MARGIN + 4, y + TextStyle.NOTE.height / 2))
        y = _written(parts, step.says, TextStyle.NOTE, y, width - indent, "c-text", MARGIN + indent) + 3
    return y + (6 if path.steps else 0)
