"""Names for boxes and boundaries that no notation can take for a word of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bartizan.model.names import make_id
from bartizan.render.diagrams.scene import GroupKind, Scene
from bartizan.render.diagrams.sequence_scene import Entity


def safe_ids(scene: Scene) -> Mapping[str, str]:
    """Return for each box and group `c_…` for a component or `d_…` for a domain, of ASCII letters, digits and `_`.

    The prefix keeps `end`, `class`, `graph`, `label` and all other words of the notations away; no two are equal.
    """
    kinds = {box.id: "d" if box.is_domain else "c" for box in scene.boxes}
    kinds |= {group.id: "c" if group.kind is GroupKind.HOST else "d" for group in scene.groups}
    return _ids(kinds)


def entity_ids(entities: Iterable[Entity]) -> Mapping[str, str]:
    """Return the same for the entities of a sequence diagram."""
    return _ids({entity.id: "c" for entity in entities})


def _ids(prefixes: Mapping[str, str]) -> Mapping[str, str]:
    taken: set[str] = set()
    ids: dict[str, str] = {}
    for id_, prefix in prefixes.items():
        stem = make_id(f"{prefix} {id_.removeprefix('domain:')}", taken)
        taken.add(stem)
        ids[id_] = stem.replace("-", "_")
    return ids
