"""Where the tags of an attack path stand: beside what they are about, over nothing that is to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.svg_tree import Element, group, shape, text_line
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, text_block

WIDTH = 150.0
"""What a tag may take before its text is broken."""
PADDING = 5.0
"""Between the edge of a tag and its text."""
CROSS = 12.0
"""What the cross before a failure takes."""
CLEAR = 12.0
"""How near something else must not be, lest the tag seems to be about that."""
FAR = 10.0
"""From so far on a tag is tied to what it is about by a line."""
GAPS = (3.0, 10.0, 22.0, 40.0, 64.0, 96.0)
"""How far from what it is about a tag may stand."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What is said beside one element."""

    about: str
    """What it stands beside: `interface 1`, `component web`."""
    steps: TextBlock
    """The numbers of the steps there; nothing where only something fails."""
    failures: tuple[TextBlock, ...]
    """What fails there."""

    @property
    def width(self) -> float:
        """The whole of it, with its edge."""
        widest = [self.steps.width, *(CROSS + each.width for each in self.failures)]
        return max(widest) + 2 * PADDING

    @property
    def height(self) -> float:
        """The whole of it, with its edge."""
        return self.steps.height + sum(each.height for each in self.failures) + 2 * PADDING - 3


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag in its place."""

    tag: Tag
    rect: Rect
    anchor: Rect
    """What it is about."""


def tag_of(about: str, steps: Sequence[int], failures: Sequence[str]) -> Tag:
    """Return the tag of an element, its text broken."""
    said = text_block([(steps_in_words(steps), TextStyle.BADGE)], WIDTH) if steps else TextBlock()
    return Tag(about, said, tuple(text_block([(each, TextStyle.MARK)], WIDTH, most_lines=5) for each in failures))  # fmt: skip


def steps_in_words(steps: Sequence[int]) -> str:
    """Return numbers of steps in a few words: `steps 2, 4–6`."""
    runs: list[list[int]] = []
    for each in sorted(set(steps)):
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    words = [
        f"{run[0]}" if len(run) == 1 else f"{run[0]}{'–' if len(run) > 2 else ', '}{run[-1]}" for run in runs
    ]
    return f"step{'s' if len(set(steps)) > 1 else ''} {', '.join(words)}"


def placed_tags(
    tags: Sequence[tuple[Tag, Rect]],
    to_be_read: Sequence[Rect],
    lines: Sequence[Sequence[Point]],
    extent: Rect,
) -> list[PlacedTag]:
    """Return each tag in the best place beside its element: on nothing that is to be read, across few lines, near."""
    stretches = [stretch for points in lines for stretch in pairwise(points)]
    taken = list(to_be_read)
    found = []
    for tag, anchor in tags:
        places = _places(tag, anchor)
        best = min(places, key=lambda rect: _cost(rect, anchor, taken, stretches, extent))
        found.append(PlacedTag(tag, best, anchor))
        taken.append(best.grown(2))
    return found


def _places(tag: Tag, anchor: Rect) -> Iterator[Rect]:
    width, height = tag.width, tag.height
    for gap in GAPS:
        for x in (anchor.right + gap, anchor.x - gap - width):
            for y in (anchor.centre[1] - height / 2, anchor.y, anchor.bottom - height):
                yield Rect(x, y, width, height)
        for y in (anchor.bottom + gap, anchor.y - gap - height):
            for x in (anchor.x, anchor.centre[0] - width / 2, anchor.right - width, anchor.right + gap, anchor.x - gap - width):  # fmt: skip
                yield Rect(x, y, width, height)


def _cost(
    rect: Rect, anchor: Rect, taken: Sequence[Rect], stretches: Sequence[tuple[Point, Point]], extent: Rect
) -> float:
    hidden = sum(_shared(rect, each) for each in taken)
    crossed = sum(rect.grown(1).crossed_by(*each) for each in stretches)
    beside_others = sum(not each.contains(anchor) and distance(rect, each) < CLEAR for each in taken)
    outside = 0.0 if extent.contains(rect) else 12.0
    return 50 * hidden + 45 * crossed + 20 * beside_others + distance(rect, anchor) + outside


def _shared(one: Rect, other: Rect) -> float:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0.0


def distance(one: Rect, other: Rect) -> float:
    """Return how far two rectangles are from each other, by the shorter way round a corner."""
    dx = max(0.0, one.x - other.right, other.x - one.right)
    dy = max(0.0, one.y - other.bottom, other.y - one.bottom)
    return dx + dy


def drawn_tag(placed: PlacedTag) -> Element:
    """Return a tag: the steps in bold, then what fails, each behind a cross; tied to its element where it is far."""
    rect, tag = placed.rect, placed.tag
    parts = [shape("rect", "tag", x=rect.x, y=rect.y, width=rect.width, height=rect.height, rx=3.0)]
    if distance(rect, placed.anchor) > FAR:
        parts.insert(0, shape("path", "leader", d=_leader(rect, placed.anchor)))
    y = rect.y + PADDING - 1.5
    for line in tag.steps.lines:
        y += line.style.height
        parts.append(
            text_line(line, rect.x + PADDING, y - line.style.height / 2 + line.style.size * 0.36, "c-hot")
        )
    for failure in tag.failures:
        parts.append(cross(rect.x + PADDING + 3.5, y + TextStyle.MARK.height / 2))
        for line in failure.lines:
            y += line.style.height
            middle = y - line.style.height / 2
            parts.append(text_line(line, rect.x + PADDING + CROSS, middle + line.style.size * 0.36, "c-text"))
    return group(parts, classes="tag", title=_in_words(tag))


def cross(x: float, y: float, half: float = 3.0) -> Element:
    """Return the sign of a failure, with its middle at a point."""
    return shape(
        "path",
        "cross",
        d=f"M{x - half:.2f} {y - half:.2f}L{x + half:.2f} {y + half:.2f}M{x + half:.2f} {y - half:.2f}L{x - half:.2f} {y + half:.2f}",
    )


def _leader(rect: Rect, anchor: Rect) -> str:
    """Return the shortest line between a tag and what it is about."""
    x1 = min(max(anchor.centre[0], rect.x), rect.right)
    y1 = min(max(anchor.centre[1], rect.y), rect.bottom)
    x2 = min(max(x1, anchor.x), anchor.right)
    y2 = min(max(y1, anchor.y), anchor.bottom)
    return f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}"


def _in_words(tag: Tag) -> str:
    fails = "; ".join(" ".join(line.text for line in each.lines) for each in tag.failures)
    steps = " ".join(line.text for line in tag.steps.lines)
    return f"{tag.about}: {', '.join(filter(None, (steps, fails and f'fails: {fails}')))}"
