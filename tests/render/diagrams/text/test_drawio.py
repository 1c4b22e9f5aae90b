"""draw.io: everything where the layout has it, inside what it belongs to, and labels that are nothing but text."""

from __future__ import annotations

import html
import itertools
import os
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bartizan.model.architecture import Architecture
from bartizan.model.names import make_id
from bartizan.render.diagrams.best_layout import best_layout
from bartizan.render.diagrams.block_diagram import PAGE
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.data_flow_diagram import FRAME
from bartizan.render.diagrams.flow_scene import flow_scene
from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.label import label_of
from bartizan.render.diagrams.layout import Layout, PlacedBox, PlacedConnector, PlacedGroup
from bartizan.render.diagrams.outlines import front
from bartizan.render.diagrams.scene import Box, Connector, Group, GroupKind, Heads, Scene, Shape
from bartizan.render.diagrams.sequence_layout import laid_out_sequence
from bartizan.render.diagrams.text import TEXT_FORMATS, drawio
from bartizan.render.diagrams.text.drawio_captions import TITLE_HEIGHT
from bartizan.render.diagrams.text.drawio_cells import Sheet, written
from bartizan.render.diagrams.text.drawio_sequence import sequence_cells
from bartizan.render.diagrams.text.safe_ids import entity_ids, safe_ids
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, text_block
from tests.render.diagrams.made_up import EVERY, chance
from tests.render.diagrams.text.pages import HOSTILE, names, sequence_named, small_page

GOLDEN = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("BARTIZAN_UPDATE_GOLDEN"))


@dataclass(frozen=True)
class Read:
    """A cell as a drawing program finds it: everything measured from the corner of the sheet."""

    id: str
    parent: str
    label: str
    said: dict[str, str]
    style: dict[str, str]
    source: str
    target: str
    rect: Rect
    points: tuple[Point, ...]
    along: float
    offset: Point
    is_line: bool


def pages(text: str) -> list[dict[str, Read]]:
    """Read a file, and check what must hold of any file: ids that are unique, parents that come first, ends that exist."""
    root = ET.fromstring(text)  # noqa: S314  # our own words
    assert root.tag == "mxfile"
    assert len({page.get("id") for page in root}) == len(root)
    return [_cells(page) for page in root]


def _cells(page: ET.Element) -> dict[str, Read]:
    layer = page.find("mxGraphModel/root")
    assert layer is not None
    assert [(each.get("id"), each.get("parent")) for each in layer[:2]] == [("0", None), ("1", "0")]
    cells: dict[str, Read] = {}
    for holder in layer[2:]:
        cell = _read(holder, cells)
        assert cell.id not in {"", "0", "1", *cells}
        assert cell.parent == "1" or cell.parent in cells
        cells[cell.id] = cell
    for cell in cells.values():
        if cell.is_line:
            assert {cell.source, cell.target} <= cells.keys()
    return cells


def _read(holder: ET.Element, cells: dict[str, Read]) -> Read:
    cell = holder if holder.tag == "mxCell" else holder[0]
    geometry = cell.find("mxGeometry")
    assert geometry is not None
    corner = cells[cell.get("parent", "1")].rect if cell.get("parent") != "1" else Rect(0, 0, 0, 0)
    number = {key: float(geometry.get(key, "0")) for key in ("x", "y", "width", "height")}
    relative = geometry.get("relative") == "1"
    offset = geometry.find("mxPoint[@as='offset']")
    style = dict(part.partition("=")[::2] for part in cell.get("style", "").rstrip(";").split(";"))
    said = (
        {key: value for key, value in holder.items() if key not in {"id", "label"}}
        if holder is not cell
        else {}
    )
    return Read(
        id=holder.get("id", ""),
        parent=cell.get("parent", ""),
        label=holder.get("label", holder.get("value", "")),
        said=said,
        style=style,
        source=cell.get("source", ""),
        target=cell.get("target", ""),
        rect=Rect(
            0 if relative else number["x"] + corner.x,
            0 if relative else number["y"] + corner.y,
            number["width"],
            number["height"],
        ),
        points=tuple(
            (float(each.get("x", "0")) + corner.x, float(each.get("y", "0")) + corner.y)
            for each in geometry.findall("Array[@as='points']/mxPoint")
        ),
        along=number["x"] if relative else 0.0,
        offset=(float(offset.get("x", "0")), float(offset.get("y", "0")))
        if offset is not None
        else (0.0, 0.0),
        is_line=cell.get("edge") == "1",
    )


class Tags(HTMLParser):
    """Collects what is in a label: its tags, their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.text += " " if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def text_of(label: str) -> str:
    """Return the text of a label, and check that nothing else is in it."""
    reader = Tags()
    reader.feed(label)
    reader.close()
    assert reader.tags <= {"span", "br"}
    assert reader.attributes <= {"style"}
    return " ".join(reader.text.split())


def lines_of(text: TextBlock) -> str:
    return " ".join(" ".join(line.text for line in text.lines).split())


def near(one: Rect | Point, other: Rect | Point) -> bool:
    if isinstance(one, Rect) and isinstance(other, Rect):
        return near((one.x, one.y), (other.x, other.y)) and near(
            (one.right, one.bottom), (other.right, other.bottom)
        )
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    return abs(one[0] - other[0]) < 0.05 and abs(one[1] - other[1]) < 0.05


def ends(cell: Read, cells: dict[str, Read]) -> tuple[Point, Point]:
    """Return where a line begins and ends, from what its style says about the boxes there."""
    found = []
    for word, box in (("exit", cell.source), ("entry", cell.target)):
        rect = cells[box].rect
        assert cell.style[f"{word}Perimeter"] == "0"
        found.append(
            (
                rect.x + float(cell.style[f"{word}X"]) * rect.width,
                rect.y + float(cell.style[f"{word}Y"]) * rect.height,
            )
        )
    return found[0], found[1]


def on_the_line(points: tuple[Point, ...], along: float) -> Point:
    """Return the point so far along a line, from -1 at its tail to 1 at its head."""
    lengths = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(points)]
    rest = (along + 1) / 2 * sum(lengths)
    for (a, b), stretch in zip(pairwise(points), lengths, strict=True):
        if rest <= stretch + 1e-6 and stretch:
            part = rest / stretch
            return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        rest -= stretch
    return points[-1]


def assert_drawn_as_laid_out(cells: dict[str, Read], layout: Layout) -> None:
    """Assert that every box, boundary, line and label of a layout is where it is, in what it is in."""
    ids = safe_ids(layout.scene)
    dx, dy = -layout.extent.x, TITLE_HEIGHT - layout.extent.y
    for placed in layout.groups:
        cell = cells[ids[placed.group.id]]
        assert near(cell.rect, placed.rect.moved(dx, dy))
        assert cell.parent == (ids[placed.group.inside] if placed.group.inside else "1")
        assert cell.style["container"] == "1"
        assert text_of(cell.label) == lines_of(placed.title)
    for box in layout.boxes:
        cell = cells[ids[box.box.id]]
        assert near(cell.rect, front(box).moved(dx, dy))
        parent = cells[cell.parent].parent if cell.parent.endswith("-pile") else cell.parent
        assert parent == (ids[box.box.group] if box.box.group else "1")
        assert text_of(cell.label) == lines_of(box.text)
    taken = set(ids.values())
    for line in layout.connectors:
        id_ = make_id(f"i {line.connector.id}", taken)
        taken.add(id_)
        cell = cells[id_]
        assert (cell.source, cell.target) == (ids[line.connector.tail], ids[line.connector.head])
        first, last = ends(cell, cells)
        points = (first, *cell.points, last)
        assert len(points) == len(line.points)
        assert all(near(one, (x + dx, y + dy)) for one, (x, y) in zip(points, line.points, strict=True))
        assert text_of(cell.label) == " ".join(f"{line.label.number} {lines_of(line.label.text)}".split())
        if line.label_rect:
            x, y = on_the_line(points, cell.along)
            centre = line.label_rect.moved(dx, dy).centre
            assert abs(x + cell.offset[0] - centre[0]) < 0.6
            assert abs(y + cell.offset[1] - centre[1]) < 0.6


@pytest.mark.parametrize(
    "page", ["small", "notes", "nested", "parallel", "loops", "hostile", "unfinished", "empty", "one"]
)
def test_a_drawing_opens_as_it_was_laid_out(page: str) -> None:
    architecture = small_page() if page == "small" else EVERY[page]()
    layout = best_layout(block_scene(architecture), PAGE)

    (cells,) = pages(TEXT_FORMATS["drawio"].block(architecture))

    assert_drawn_as_laid_out(cells, layout)


@pytest.mark.parametrize("use_case", [None, "save"])
def test_data_flows_open_as_they_were_laid_out(use_case: str | None) -> None:
    page = small_page()
    layout = best_layout(flow_scene(page, page.use_cases[use_case] if use_case else None), FRAME)

    (cells,) = pages(TEXT_FORMATS["drawio"].data_flow(page, use_case))

    assert_drawn_as_laid_out(cells, layout)


@pytest.mark.slow
def test_a_large_architecture_has_a_page_for_each_of_its_pictures() -> None:
    found = pages(TEXT_FORMATS["drawio"].block(chance(70, 4, 3)))

    assert len(found) > 2
    assert any(cell.said.get("domain") and "components" in cell.label for cell in found[0].values())


def test_shapes_boundaries_and_lines_are_those_of_the_guidance() -> None:
    (cells,) = pages(TEXT_FORMATS["drawio"].block(small_page()))

    assert cells["c_database"].style["shape"] == "cylinder3"
    assert cells["c_queue"].style | {"shape": "cylinder3", "direction": "south"} == cells["c_queue"].style
    assert cells["c_conf"].style["shape"] == "document"
    assert cells["c_client"].style["arcSize"] == "50"
    assert cells["c_api-behind" if "c_api-behind" in cells else "c_api"].parent == "c_api-pile"
    assert cells["c_search"].style["dashPattern"] == "6 4"
    assert cells["c_prometheus"].style["dashPattern"] == "2 3"
    assert cells["d_cloud"].style["dashPattern"] == "8 5"
    assert cells["d_api_cluster"].style["dashPattern"] == "1.5 3.5"
    assert cells["d_api_cluster"].parent == "d_cloud"
    assert text_of(cells["i-1"].label) == "1 REST API HTTPS"
    assert cells["i-6"].style["dashed"] == "1"
    assert cells["i-1"].said == {"interface": "1", "tooltip": "1 REST API<br>HTTPS"}
    assert cells["c_api"].said == {"component": "api", "tooltip": "API process (3)<br>Python"}
    assert cells["i-3"].parent == "d_cloud"
    assert cells["i-1"].parent == "1"


def test_what_no_shape_says_is_said_below() -> None:
    (cells,) = pages(TEXT_FORMATS["drawio"].block(small_page()))

    for words in ("planned", "reads a file", "administered", "third party", "group of components"):
        assert words in text_of(cells["legend"].label)


def test_nothing_in_a_file_is_compressed_or_from_this_very_moment() -> None:
    text = TEXT_FORMATS["drawio"].sequence(small_page(), "save")

    assert "<mxGraphModel" in text
    assert not re.search(r"modified|etag|agent|version", text)


def placed_by_hand() -> Layout:
    """A layout that no engine made, so that the agreed file changes only when the writer does."""

    def box(id_: str, rect: Rect, **more: object) -> PlacedBox:
        made = Box(id=id_, element=id_, name=id_.capitalize(), **more)  # type: ignore[arg-type]
        return PlacedBox(made, rect, text_block([(made.name, TextStyle.NAME)], limit=168))

    web = box("web", Rect(40, 60, 104, 46), group="cloud", stacked=True, quantity="3")
    store = box("store", Rect(44, 180, 96, 60), group="cloud", shape=Shape.STORE, out_of_scope=True)
    client = box("client", Rect(220, 64, 104, 44), shape=Shape.PERSON)
    cloud = Group(id="cloud", element="cloud", name="Cloud", kind=GroupKind.NETWORK)
    rest = Connector(
        id="1", element="1", tail="client", head="web", number="1", name="REST <API>", detail="HTTPS"
    )
    sql = Connector(
        id="2", element="2", tail="web", head="store", number="2", administration=True, future=True
    )
    scene = Scene(
        name="by-hand", title="By hand", description="", boxes=(web.box, store.box, client.box), groups=(cloud,),
        connectors=(rest, sql),
    )  # fmt: skip
    title = text_block([("Cloud", TextStyle.GROUP)], limit=260)
    return Layout(
        scene,
        (web, store, client),
        (PlacedGroup(cloud, Rect(20, 20, 150, 240), title, Rect(32, 28, title.width, title.height)),),
        (
            PlacedConnector(
                rest, ((220, 86), (200, 86), (200, 75), (144, 75)), label_of(rest), Rect(172, 60, 50, 30)
            ),
            PlacedConnector(sql, ((92, 106), (92, 180)), label_of(sql), Rect(84, 132, 17, 17)),
        ),
    )


def test_a_layout_made_by_hand_is_written_as_it_was_agreed() -> None:
    text = written([drawio.drawing(placed_by_hand())])

    golden = GOLDEN / "by-hand.drawio"
    if UPDATE:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert_drawn_as_laid_out(pages(text)[0], placed_by_hand())


def test_a_sequence_has_lifelines_bands_and_messages_in_their_places() -> None:
    page = small_page()
    (cells,) = pages(TEXT_FORMATS["drawio"].sequence(page, "save"))
    steps = [cells[f"step-{at}"] for at in range(1, 8)]

    assert [(step.source, step.target) for step in steps[:3]] == [
        ("c_client", "c_api"),
        ("c_api", "c_keystone"),
        ("c_keystone", "c_api"),
    ]
    heights = [ends(step, cells)[0][1] for step in steps]
    assert heights == sorted(heights)
    assert all(
        near((first[0], 0), (cells[step.source].rect.centre[0], 0))
        for step in steps
        for first, _ in [ends(step, cells)]
    )
    assert steps[2].style["dashed"] == "1"
    assert "dashed" not in steps[0].style
    assert len(steps[3].points) == 2
    assert text_of(cells["step-1-number"].label) == "1"
    assert text_of(cells["step-1-note"].label) == "Note · HTTPS [1]"
    bands = [text_of(cell.label) for cell in cells.values() if cell.id.startswith("band-")]
    assert bands == ["Internet", "Cloud", "Identity Ltd.", "API cluster"]


@example(names=list(HOSTILE))
@example(names=list(reversed(HOSTILE)))
@given(names=st.lists(names, min_size=1, max_size=12))
@settings(max_examples=40)
def test_no_name_is_more_than_text_in_a_sequence(names: list[str]) -> None:
    scene = sequence_named(names)
    layout = laid_out_sequence(scene)
    ids = entity_ids(scene.entities)

    (cells,) = pages(written([Sheet(scene.name, scene.title, tuple(sequence_cells(scene)))]))

    for column in layout.columns:
        assert text_of(cells[ids[column.entity.id]].label) == lines_of(column.name)
    for row in layout.rows:
        text = lines_of(row.text) if not row.is_loop else f"{lines_of(row.text)} {lines_of(row.note)}"
        assert text_of(cells[f"step-{row.message.number}"].label) == " ".join(text.split())
    assert all(set(cell.said) <= {"component", "domain", "interface", "tooltip"} for cell in cells.values())
    assert all(re.fullmatch(r"[\w-]+", cell.id) for cell in cells.values())


@example(names=list(HOSTILE))
@given(names=st.lists(names, min_size=1, max_size=12))
@settings(max_examples=40)
def test_no_name_is_more_than_text_in_a_drawing(names: list[str]) -> None:
    texts = itertools.cycle(names)
    boxes = tuple(
        PlacedBox(
            Box(id=f"b{at}", element=next(texts), name=next(texts), detail=next(texts)),
            Rect(0, at * 60.0, 100, 40),
            text_block([(next(texts), TextStyle.NAME), (next(texts), TextStyle.DETAIL)], limit=168),
        )
        for at in range(4)
    )
    lines = tuple(
        Connector(id=f"k{at}", element=next(texts), tail=f"b{at}", head=f"b{at + 1}", number=next(texts),
                  name=next(texts), detail=next(texts), heads=list(Heads)[at % 2])
        for at in range(3)
    )  # fmt: skip
    placed = tuple(
        PlacedConnector(
            each,
            ((50, at * 60 + 40.0), (50, at * 60 + 60.0)),
            label_of(each),
            Rect(40, at * 60 + 45.0, 20, 10),
        )
        for at, each in enumerate(lines)
    )
    scene = Scene(
        name="x", title=next(texts), description="", boxes=tuple(each.box for each in boxes), connectors=lines
    )

    (cells,) = pages(written([drawio.drawing(Layout(scene, boxes, (), placed))]))

    for box in boxes:
        cell = cells[f"c_{box.box.id}"]
        assert text_of(cell.label) == lines_of(box.text)
        tip = text_of(cell.said["tooltip"])
        assert html.unescape(cell.said["tooltip"]).count("<br>") <= 2 + sum(
            name.count("<br>") for name in names
        )
        assert tip == text_of(tip.replace("&", "&amp;").replace("<", "&lt;"))
    assert set(cells) == {"title", *(f"c_b{at}" for at in range(4)), *(f"i-k{at}" for at in range(3))} | (
        {"legend"} & set(cells)
    )


def test_a_page_with_nothing_on_it_is_still_a_file() -> None:
    (cells,) = pages(TEXT_FORMATS["drawio"].block(Architecture()))

    assert set(cells) == {"title"}
