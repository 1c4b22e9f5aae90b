"""The cells of a draw.io file: boxes and lines with their places, labels and looks, and how they are written."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bartizan.model.names import make_id
from bartizan.render.diagrams.geometry import Point, Rect, number
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, clean
from bartizan.render.diagrams.theme import COLOURS

LAYER = "1"
"""The id of the layer on which everything lies that is in nothing else."""

Look = Mapping[str, "str | float"]
"""A style, such as `{"text": "", "dashed": 1}` for `text;dashed=1;`; every key and value is ours, never a person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A box or a line."""

    id: str
    """Letters, digits, hyphens and underscores; unique in the file."""
    look: Look
    parent: str = LAYER
    """The id of the cell that this one stands in, and moves with."""
    label: str = ""
    """As HTML, in which every text of a page is escaped."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What draw.io shows under *Edit Data*: the id of the element of the architecture, and what stands in the tooltip."""
    rect: Rect | None = None
    """The place of a box, measured from its parent's upper left corner."""
    tail: str = ""
    """The id of the cell from which a line comes; with `head`, what makes a cell a line."""
    head: str = ""
    points: tuple[Point, ...] = ()
    """The corners of a line without its ends, measured from its parent's upper left corner."""
    along: float | None = None
    """Where on its line a label stands, from -1 at the tail to 1 at the head."""
    offset: Point = (0.0, 0.0)
    """How far from there."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a file."""

    name: str
    """Letters, digits and hyphens; unique in the file."""
    title: str
    """What stands on the page's tab."""
    cells: tuple[Cell, ...]
    """Later ones are drawn over earlier ones; a parent comes before what stands in it."""


def written(sheets: Iterable[Sheet]) -> str:
    """Return the file: not compressed, and without the time or anything else that differs between runs."""
    file = ET.Element("mxfile", {"host": "bartizan"})
    settings = dict.fromkeys(("guides", "tooltips", "connect", "arrows"), "1")
    settings |= dict.fromkeys(("grid", "fold", "page", "math", "shadow"), "0")
    taken: set[str] = set()
    for sheet in sheets:
        id_ = make_id(sheet.name, taken)
        taken.add(id_)
        page = ET.SubElement(file, "diagram", {"id": id_, "name": clean(sheet.title)})
        root = ET.SubElement(ET.SubElement(page, "mxGraphModel", settings), "root")
        ET.SubElement(root, "mxCell", {"id": "0"})
        ET.SubElement(root, "mxCell", {"id": LAYER, "parent": "0"})
        for cell in sheet.cells:
            _write(root, cell)
    ET.indent(file)
    return ET.tostring(file, encoding="unicode") + "\n"


def tooltip(lines: Iterable[str]) -> str:
    """Return lines as the HTML of a tooltip, whole, however little of them a box has room for."""
    return "<br>".join(html.escape(clean(line)) for line in lines)


def text_label(text: TextBlock, colours: Mapping[TextStyle, str]) -> str:
    """Return laid out lines as the HTML of a label, each in the colour of its style."""
    return "<br>".join(
        f'<span style="{_css(line.style)};color:{COLOURS[colours.get(line.style, "muted")].light}">'
        f"{html.escape(clean(line.text))}</span>"
        for line in text.lines
    )


def colours(fill: str, line: str) -> dict[str, str | float]:
    """Return the look with a ground and an outline in these roles' colours."""
    return {"fillColor": COLOURS[fill].light, "strokeColor": COLOURS[line].light}


def _css(style: TextStyle) -> str:
    return f"font-size:{number(style.size)}px;font-weight:{'bold' if style.weight >= 600 else 'normal'}"


def _write(root: ET.Element, cell: Cell) -> None:
    about, label = {"id": cell.id}, clean(cell.label)
    attributes = {"style": _style(cell.look), "parent": cell.parent}
    said = {key: clean(value) for key, value in cell.said.items() if value}
    if said:
        holder = ET.SubElement(root, "object", {**about, "label": label, **said})
        element = ET.SubElement(holder, "mxCell", attributes)
    else:
        element = ET.SubElement(root, "mxCell", {**about, "value": label, **attributes})
    if cell.head:
        element.attrib |= {"edge": "1", "source": cell.tail, "target": cell.head}
    else:
        element.set("vertex", "1")
    _write_geometry(element, cell)


def _write_geometry(element: ET.Element, cell: Cell) -> None:
    place: dict[str, str] = {}
    if cell.along is not None:
        place["x"] = f"{cell.along:.5g}"
    if cell.rect and cell.along is None:
        place |= {"x": number(cell.rect.x), "y": number(cell.rect.y)}
    if cell.rect:
        place |= {"width": number(cell.rect.width), "height": number(cell.rect.height)}
    if cell.head or cell.along is not None:
        place["relative"] = "1"
    geometry = ET.SubElement(element, "mxGeometry", place | {"as": "geometry"})
    if cell.points:
        points = ET.SubElement(geometry, "Array", {"as": "points"})
        for x, y in cell.points:
            ET.SubElement(points, "mxPoint", {"x": number(x), "y": number(y)})
    if cell.offset != (0.0, 0.0):
        ET.SubElement(
            geometry, "mxPoint", {"x": number(cell.offset[0]), "y": number(cell.offset[1]), "as": "offset"}
        )


def _style(look: Look) -> str:
    return "".join(f"{key}{_value(value)};" for key, value in look.items())


def _value(value: str | float) -> str:
    """Return what stands behind a key; nothing where the key is the name of one of draw.io's own styles."""
    written = number(value) if isinstance(value, float) else str(value)
    return f"={written}" if written else ""
