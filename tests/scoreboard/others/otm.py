"""Reads an Open Threat Model: trust zones, components, data flows and assets; it has no word for authentication or encryption."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.scoreboard.others.sketch import Foreign, Json, Sketch, items, mapping, text, words


def read(path: Path) -> Iterator[Foreign]:
    """Yield the model of a file, JSON or YAML."""
    found = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(found, dict) or "otmVersion" not in found:
        return
    sketch = Sketch(text(mapping(found.get("project")).get("name")) or path.stem)
    zones = items(found.get("trustZones"))
    for zone in zones:
        sketch.zone(str(zone["id"]), str(zone.get("name") or zone["id"]))
    for zone in zones:
        outer = mapping(zone.get("parent")).get("trustZone")
        sketch.zone(str(zone["id"]), str(zone.get("name")), inside=str(outer) if outer else None)
    for asset in items(found.get("assets")):
        sketch.asset(
            str(asset["id"]), str(asset.get("name") or asset["id"]), **_ratings(mapping(asset.get("risk")))
        )
    components = {str(each["id"]): each for each in items(found.get("components"))}
    for key, each in components.items():
        sketch.component(
            key, str(each.get("name") or key), kind=text(each.get("type")), zone=_zone(components, key)
        )
        for stored in words(mapping(each.get("assets")).get("stored")):
            sketch.kept(stored, key)
    for flow in items(found.get("dataflows")):
        both = flow.get("bidirectional") is True
        carried = words(flow.get("assets"))
        sketch.flow(
            str(flow["id"]), str(flow.get("source")), str(flow.get("destination")), name=text(flow.get("name")),
            request=carried, response=carried if both else (),
        )  # fmt: skip
    threats = sum(
        len(items(each.get("threats"))) for each in (*components.values(), *items(found.get("dataflows")))
    )
    yield Foreign(sketch.service, sketch.tree, threats)


def _zone(components: dict[str, Json], key: str) -> str | None:
    """Return the trust zone of a component: its own, or that of what it is part of."""
    for _step in range(len(components)):
        parent = mapping(components[key].get("parent"))
        if parent.get("trustZone"):
            return str(parent["trustZone"])
        key = str(parent.get("component"))
        if key not in components:
            return None
    return None


def _ratings(risk: Json) -> dict[str, str]:
    """Return what a rating from 0 to 100 is in words."""
    found = {}
    for each in ("confidentiality", "integrity", "availability"):
        rating = risk.get(each)
        if isinstance(rating, (int, float)):
            found[each] = next(
                word
                for least, word in ((67, "high"), (34, "medium"), (1, "low"), (0, "none"))
                if rating >= least
            )
    return found
