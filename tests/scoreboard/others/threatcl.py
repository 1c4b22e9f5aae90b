"""Reads threatcl's models: information assets, and data flow diagrams where there are any. Who keeps an asset is not said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.scoreboard.others.hcl import Block, read_hcl
from tests.scoreboard.others.sketch import Foreign, Sketch

KINDS = {"process": "process", "data_store": "data store", "external_element": "external entity"}
DIAGRAMS = ("data_flow_diagram_v2", "data_flow_diagram")
CLASSES = {"Public": "none", "Restricted": "medium", "Confidential": "high"}


def read(path: Path) -> Iterator[Foreign]:
    """Yield the models of a file."""
    for model in read_hcl(path.read_text("utf-8")).named("threatmodel"):
        name = " ".join(model.labels)
        sketch = Sketch(name)
        for asset in model.named("information_asset"):
            label = " ".join(asset.labels)
            rating = CLASSES.get(asset.values.get("information_classification", ""))
            sketch.asset(label, label, **({"confidentiality": rating} if rating else {}))
        for diagram in model.named(*DIAGRAMS):
            _diagram(sketch, diagram)
        yield Foreign(name, sketch.tree, len(list(model.named("threat"))))


def _diagram(sketch: Sketch, diagram: Block) -> None:
    prefix = " ".join(diagram.labels)
    for zone in diagram.named("trust_zone"):
        label = " ".join(zone.labels)
        sketch.zone(f"{prefix}:{label}", label)
        for each in zone.named(*KINDS):
            _part(sketch, prefix, each, label)
    for each in diagram.named(*KINDS):
        named = each.values.get("trust_zone")
        if named:
            sketch.zone(f"{prefix}:{named}", named)
        _part(sketch, prefix, each, named)
    for number, flow in enumerate(diagram.named("flow")):
        ends = (f"{prefix}:{flow.values.get(end)}" for end in ("from", "to"))
        sketch.flow(f"{prefix}:{number}", *ends, protocol=" ".join(flow.labels) or None)


def _part(sketch: Sketch, prefix: str, part: Block, zone: str | None) -> None:
    label = " ".join(part.labels)
    sketch.component(
        f"{prefix}:{label}", label, kind=KINDS[part.sort], zone=f"{prefix}:{zone}" if zone else None
    )
