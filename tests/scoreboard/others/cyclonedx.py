"""Reads the services and the threat models of a CycloneDX bill of materials.

A service says which endpoints it has and whether it authenticates; who calls it is not said, so its requestor is not either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.scoreboard.others.sketch import Foreign, Json, Sketch, items, mapping, text, words

MODEL = "cdx:model:"
KINDS = {
    "actor": "actor",
    "server": "server",
    "datastore": "data store",
    "lambda": "lambda",
    "process": "process",
}


def read(path: Path) -> Iterator[Foreign]:
    """Yield a page for the services of a file, and one for each threat model in it."""
    found = json.loads(path.read_text("utf-8"))
    if found.get("bomFormat") != "CycloneDX":
        return
    if items(found.get("services")):
        yield Foreign("services", _services(path.stem, items(found.get("services"))).tree, None)
    for model in items(found.get("components")):
        if model.get("type") == "threat-model" and items(model.get("components")):
            name = text(model.get("name")) or path.stem
            yield Foreign(name, _model(name, items(model.get("components"))).tree, None)


def _services(name: str, services: list[Json]) -> Sketch:
    sketch = Sketch(name)
    for service in services:
        key = str(service.get("bom-ref") or service.get("name"))
        provider = text(mapping(service.get("provider")).get("name"))
        zone = text(service.get("trustZone")) or provider
        if zone:
            sketch.zone(zone, zone)
        sketch.component(key, str(service.get("name")), kind="service", zone=zone)
        for data in items(service.get("data")):
            label = text(data.get("classification"))
            if label:
                sketch.asset(f"{key} {label}", label)
        both = {"inbound": ("inbound", "bi-directional"), "outbound": ("outbound", "bi-directional")}
        loads = {
            way: [
                f"{key} {text(each.get('classification'))}"
                for each in items(service.get("data"))
                if each.get("flow") in ways
            ]
            for way, ways in both.items()
        }
        for endpoint in words(service.get("endpoints")):
            authenticated = service.get("authenticated")
            sketch.flow(
                f"{key} {endpoint}", None, key, name=endpoint, protocol=endpoint.partition(":")[0].upper(),
                request=loads["inbound"], response=loads["outbound"],
                controls={"authentication": authenticated if isinstance(authenticated, bool) else None},
            )  # fmt: skip
    return sketch


def _model(name: str, parts: list[Json]) -> Sketch:
    sketch = Sketch(name)
    said = [(part, _properties(part)) for part in parts]
    for part, properties in said:
        if properties.get("type") == "boundary":
            sketch.zone(str(part["bom-ref"]), str(part.get("name")))
    for part, properties in said:
        if properties.get("type") not in {"boundary", "dataflow", None}:
            sketch.component(
                str(part["bom-ref"]), str(part.get("name")), kind=KINDS.get(properties["type"]),
                zone=properties.get("inBoundary"), in_scope=properties.get("inScope") != "false",
            )  # fmt: skip
    for part, properties in said:
        if properties.get("type") == "dataflow":
            carried = properties.get("dataflow:data")
            if carried:
                sketch.asset(carried, carried)
            sketch.flow(
                str(part["bom-ref"]), properties.get("dataflow:source"), properties.get("dataflow:destination"),
                name=text(part.get("name")), protocol=properties.get("dataflow:protocol"), request=[carried] if carried else (),
            )  # fmt: skip
    return sketch


def _properties(part: Json) -> dict[str, str]:
    return {
        str(each.get("name")).removeprefix(MODEL): str(each.get("value"))
        for each in items(part.get("properties"))
    }
