"""Reads a pytm model as JSON: what a control's flag says when it is off is how pytm starts, and so nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.scoreboard.others.sketch import Foreign, Json, Sketch, items, mapping, text, words

KINDS = {
    "Actor": "actor", "ExternalEntity": "external entity", "Server": "server", "Datastore": "data store", "Lambda": "lambda",
    "Process": "process", "SetOfProcesses": "process",
}  # fmt: skip
CLASSES = {
    "PUBLIC": "none",
    "RESTRICTED": "low",
    "SENSITIVE": "medium",
    "SECRET": "high",
    "TOP_SECRET": "high",
}


def read(path: Path) -> Iterator[Foreign]:
    """Yield the model of a file."""
    found = json.loads(path.read_text("utf-8"))
    if "flows" not in found or "elements" not in found:
        return
    sketch = Sketch(text(found.get("name")) or path.stem)
    boundaries = items(found.get("boundaries"))
    for boundary in boundaries:
        sketch.zone(str(boundary["name"]), str(boundary["name"]))
    for boundary in boundaries:
        outer = text(boundary.get("inBoundary"))
        sketch.zone(str(boundary["name"]), str(boundary["name"]), inside=outer)
    for data in items(found.get("data")):
        name = str(data["name"])
        credential = "credential" if data.get("isCredentials") is True else None
        rating = CLASSES.get(str(data.get("classification")).removeprefix("Classification."))
        sketch.asset(name, name, kind=credential, **({"confidentiality": rating} if rating else {}))
    for element in items(found.get("elements")):
        name = str(element["name"])
        sketch.component(
            name, name, kind=KINDS.get(str(element.get("__class__"))), zone=text(element.get("inBoundary")),
            in_scope=element.get("inScope") is not False,
        )  # fmt: skip
    for number, flow in enumerate(items(found.get("flows"))):
        _flow(sketch, str(number), flow)
    findings = found.get("findings")
    yield Foreign(sketch.service, sketch.tree, len(findings) if isinstance(findings, list) else None)


def _flow(sketch: Sketch, key: str, flow: Json) -> None:
    """Add a flow; the answer to another goes the other way over the same connection."""
    controls = mapping(flow.get("controls"))
    ends = (text(flow.get("source")), text(flow.get("sink")))
    carried = words(flow.get("data"))
    answer = flow.get("isResponse") is True
    sketch.flow(
        key, *(ends[::-1] if answer else ends), name=text(flow.get("name")), protocol=text(flow.get("protocol")),
        request=() if answer else carried, response=carried if answer else (),
        controls={
            "encryption": True if controls.get("isEncrypted") is True else None,
            "authentication": True if controls.get("authenticatesSource") is True else None,
            "authorization": True if controls.get("authorizesSource") is True else None,
        },
    )  # fmt: skip
