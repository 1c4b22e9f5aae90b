"""Reads a model of OWASP's Threat Model Library: zones, actors, components, stores, data sets with their places, and flows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.scoreboard.others.sketch import Foreign, Json, Sketch, items, mapping, text


def read(path: Path) -> Iterator[Foreign]:
    """Yield the model of a file."""
    found = json.loads(path.read_text("utf-8"))
    if "data_flows" not in found or "trust_zones" not in found:
        return
    sketch = Sketch(text(mapping(found.get("scope")).get("title")) or path.stem)
    for zone in items(found.get("trust_zones")):
        sketch.zone(_key(zone), text(zone.get("title")) or _key(zone))
    for section, kind in (("actors", None), ("components", None), ("data_stores", "data store")):
        for each in items(found.get(section)):
            sketch.component(
                _key(each), text(each.get("title")) or _key(each), kind=kind, zone=text(each.get("trust_zone")),
                technology=text(each.get("product")),
            )  # fmt: skip
    for data in items(found.get("data_sets")):
        sketch.asset(_key(data), text(data.get("title")) or _key(data))
        for place in items(data.get("placements")):
            encrypted = place.get("encrypted")
            sketch.kept(
                _key(data),
                str(place.get("data_store")),
                encrypted=encrypted if isinstance(encrypted, bool) else None,
            )
    for flow in items(found.get("data_flows")):
        ends = (str(mapping(flow.get(end)).get("object")) for end in ("source", "destination"))
        encrypted = flow.get("encrypted")
        sketch.flow(
            _key(flow), *ends, name=text(flow.get("title")),
            controls={"encryption": encrypted if isinstance(encrypted, bool) else None},
        )  # fmt: skip
    yield Foreign(sketch.service, sketch.tree, len(items(found.get("threats"))))


def _key(element: Json) -> str:
    return str(element.get("symbolic_name"))
