"""Reads a Docker Compose file: services, networks, published ports and links.

What a file tells of connections is little: `links` are some, `depends_on` is an order of starting, and who uses a published port
is not said. Nothing is taken from the names of environment variables.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.scoreboard.others.sketch import Foreign, Json, Sketch, mapping, text


def read(path: Path) -> Iterator[Foreign]:
    """Yield the page of a file."""
    found = yaml.safe_load(path.read_text("utf-8"))
    services = mapping(found.get("services")) if isinstance(found, dict) else {}
    if not services:
        return
    sketch = Sketch(path.parent.name)
    networks = {network for each in services.values() for network in _names(mapping(each).get("networks"))}
    for network in sorted(networks):
        sketch.zone(network, network)
    for name, each in services.items():
        joined = _names(mapping(each).get("networks"))
        sketch.component(
            name, name, kind="container", zone=joined[0] if len(joined) == 1 else None,
            technology=_image(mapping(each)),
        )  # fmt: skip
    for name, each in services.items():
        id_ = sketch.ids.of[f"component {name}"]
        needs = [
            sketch.ids.of[f"component {other}"]
            for other in _names(mapping(each).get("depends_on"))
            if other in services
        ]
        if needs:
            sketch.components[id_]["needs"] = needs
        for other in _names(mapping(each).get("links")):
            sketch.flow(f"{name}>{other}", name, other.partition(":")[0])
        for port in _ports(mapping(each)):
            flow = sketch.flow(f"{name}:{port}", None, name, name=f"port {port}")
            sketch.interfaces[flow]["entry-point"] = "yes"
    yield Foreign(sketch.service, sketch.tree, None)


def _names(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, (list, dict)) else []


def _image(service: Json) -> str | None:
    """Return the last part of an image's name, without its version: `library/mysql:8` is MySQL's."""
    image = text(service.get("image"))
    return image.rpartition("/")[2].partition(":")[0].partition("@")[0] or None if image else None


def _ports(service: Json) -> list[str]:
    ports = service.get("ports")
    if not isinstance(ports, list):
        return []
    return [str(each.get("target")) if isinstance(each, dict) else str(each) for each in ports]
