"""Reads the names, flows and boxes of an OWASP Threat Dragon model, version 1 or 2.

A box around a component is its trust domain; a curve says nothing of what lies on which side. Flags that are off are how a new
element starts and say nothing; those that are on were set by somebody.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.scoreboard.others.sketch import Foreign, Json, Sketch, items, mapping, text

KINDS = {"process": "process", "store": "data store"}
"""What an element is; an actor may be a person or another system."""


def read(path: Path) -> Iterator[Foreign]:
    """Yield the model of a file, all of its diagrams together."""
    found = json.loads(path.read_text("utf-8"))
    detail = mapping(found.get("detail"))
    diagrams = items(detail.get("diagrams"))
    if not diagrams:
        return
    sketch = Sketch(text(mapping(found.get("summary")).get("title")) or path.stem)
    listed = 0
    for number, diagram in enumerate(diagrams):
        cells = items(diagram.get("cells")) or items(mapping(diagram.get("diagramJson")).get("cells"))
        _diagram(sketch, f"{number}:", cells)
        listed += sum(len(_threats(cell)) for cell in cells)
    yield Foreign(sketch.service, sketch.tree, listed)


def _diagram(sketch: Sketch, prefix: str, cells: list[Json]) -> None:
    boxes = [cell for cell in cells if cell.get("shape") == "trust-boundary-box"]
    for box in boxes:
        sketch.zone(prefix + str(box["id"]), _name(box) or "boundary")
    for cell in cells:
        kind = _kind(cell)
        if kind in {"actor", "process", "store"}:
            around = _smallest_around(cell, boxes)
            sketch.component(
                prefix + str(cell["id"]), _name(cell) or kind, kind=KINDS.get(kind),
                zone=prefix + str(around["id"]) if around else None, in_scope=_data(cell).get("outOfScope") is not True,
            )  # fmt: skip
    for cell in cells:
        if _kind(cell) == "flow":
            data = _data(cell)
            ends = [mapping(cell.get(end)) for end in ("source", "target")]
            sender, receiver = (prefix + str(end.get("cell") or end.get("id")) for end in ends)
            sketch.flow(
                prefix + str(cell["id"]), sender, receiver, name=_name(cell), protocol=text(data.get("protocol")),
                controls={"encryption": True if data.get("isEncrypted") is True else None},
            )  # fmt: skip


def _kind(cell: Json) -> str:
    shape = str(cell.get("shape") or cell.get("type") or "")
    return shape.removeprefix("tm.").lower()


def _data(cell: Json) -> Json:
    return mapping(cell.get("data")) or cell


def _threats(cell: Json) -> list[Json]:
    return items(_data(cell).get("threats"))


def _name(cell: Json) -> str | None:
    attrs = mapping(cell.get("attrs"))
    labels = items(cell.get("labels"))
    drawn = mapping(mapping(labels[0].get("attrs")).get("text")).get("text") if labels else None
    return text(
        _data(cell).get("name")
        or mapping(attrs.get("text")).get("text")
        or mapping(attrs.get("label")).get("text")
        or drawn
    )


def _smallest_around(cell: Json, boxes: list[Json]) -> Json | None:
    around = [box for box in boxes if _inside(_rectangle(cell), _rectangle(box))]
    return min(around, key=lambda box: _area(_rectangle(box)), default=None)


Rectangle = tuple[float, float, float, float]


def _rectangle(cell: Json) -> Rectangle:
    position, size = mapping(cell.get("position")), mapping(cell.get("size"))
    x, y = (float(str(position.get(each, 0))) for each in ("x", "y"))
    return x, y, x + float(str(size.get("width", 0))), y + float(str(size.get("height", 0)))


def _inside(inner: Rectangle, outer: Rectangle) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _area(rectangle: Rectangle) -> float:
    return (rectangle[2] - rectangle[0]) * (rectangle[3] - rectangle[1])
