"""Reads the drawing surfaces of a model of Microsoft's Threat Modeling Tool.

A box around a component is its trust domain; a curve is not. Of a list of choices only a chosen "Yes" says something: "No" is
what several of them start with.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from tests.scoreboard.others.sketch import Foreign, Sketch, text

KINDS = {"StencilEllipse": "process", "StencilRectangle": None, "StencilParallelLines": "data store"}
"""What a shape is; a rectangle is somebody or something outside."""
PROTOCOLS = {
    "HTTPS": "HTTPS",
    "HTTP": "HTTP",
    "SMB": "SMB",
    "IPsec": "IPsec",
    "RPC": "RPC or DCOM",
    "UDP": "UDP",
}
"""The flows of the tool's standard template whose sort is a protocol."""
CHOICES = {
    "providesConfidentiality": "encryption",
    "providesIntegrity": "integrity",
    "authenticatesDestination": "server-authentication",
    "authenticatesSource": "authentication",
}

Element = ElementTree.Element


def read(path: Path) -> Iterator[Foreign]:
    """Yield the model of a file, all of its surfaces together."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 (files of the corpus, which were looked at)
    surfaces = [each for each in root.iter() if _tag(each) == "DrawingSurfaceModel"]
    if not surfaces:
        return
    sketch = Sketch(path.parent.name)
    for surface in surfaces:
        shapes = [
            (_type(value), value) for value in surface.iter() if _tag(value) == "Value" and _type(value)
        ]
        boxes = [value for kind, value in shapes if kind == "BorderBoundary"]
        for box in boxes:
            sketch.zone(_child(box, "Guid"), _properties(box).get("Name") or "boundary")
        for kind, shape in shapes:
            if kind in KINDS:
                around = [box for box in boxes if _inside(_rectangle(shape), _rectangle(box))]
                smallest = min(around, key=lambda box: _rectangle(box)[2] - _rectangle(box)[0], default=None)
                sketch.component(
                    _child(shape, "Guid"), _properties(shape).get("Name") or kind, kind=KINDS[kind],
                    zone=_child(smallest, "Guid") if smallest is not None else None,
                    in_scope=_properties(shape).get("Out Of Scope") != "true",
                )  # fmt: skip
        for kind, shape in shapes:
            if kind == "Connector":
                _flow(sketch, shape)
    listed = sum(_tag(each).startswith("KeyValueOfstringThreat") for each in root.iter())
    yield Foreign(sketch.service, sketch.tree, listed)


def _flow(sketch: Sketch, connector: Element) -> None:
    said = _properties(connector)
    sort = _child(connector, "TypeId").rpartition(".")[2]
    sketch.flow(
        _child(connector, "Guid"), _child(connector, "SourceGuid"), _child(connector, "TargetGuid"), name=said.get("Name"),
        protocol=PROTOCOLS.get(sort), controls={kind: True for word, kind in CHOICES.items() if said.get(word) == "Yes"},
    )  # fmt: skip


def _properties(shape: Element) -> dict[str, str]:
    """Return what is filled in, by its label and by its inner name; of a list what was chosen."""
    found: dict[str, str] = {}
    for each in shape.iter():
        if _tag(each) != "anyType":
            continue
        parts = {_tag(part): part for part in each}
        value = parts.get("Value")
        if value is None:
            continue
        chosen = text(value.text)
        choices = [text(part.text) for part in value]
        if choices and "SelectedIndex" in parts:
            number = int(parts["SelectedIndex"].text or 0)
            chosen = choices[number] if 0 <= number < len(choices) else None
        for label in ("DisplayName", "Name"):
            name = text(parts[label].text) if label in parts else None
            if name and chosen:
                found.setdefault(name, chosen)
    return found


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _type(element: Element) -> str:
    found = next((value for key, value in element.attrib.items() if key.endswith("}type")), "")
    return "" if ":" in found else found


def _child(element: Element, tag: str) -> str:
    return next((part.text or "" for part in element if _tag(part) == tag), "")


Rectangle = tuple[float, float, float, float]


def _rectangle(shape: Element) -> Rectangle:
    left, top, width, height = (float(_child(shape, tag) or 0) for tag in ("Left", "Top", "Width", "Height"))
    return left, top, left + width, top + height


def _inside(inner: Rectangle, outer: Rectangle) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]
