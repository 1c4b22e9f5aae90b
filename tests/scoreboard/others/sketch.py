"""A page as it grows while a model of another tool is read: only what the model says, in the page's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bartizan.knowledge.kinds import kind_called
from tests.scoreboard.pages import Ids, Tree


@dataclass(frozen=True, slots=True)
class Foreign:
    """One model of another tool."""

    name: str
    """What it is called in its file."""
    tree: Tree
    """Its page."""
    listed: int | None
    """How many threats, findings or risks the file itself lists; nothing where the format has no such list."""


@dataclass
class Sketch:
    """The page while it grows. Whatever has a key of its own in the file is known here by that key."""

    service: str
    ids: Ids = field(default_factory=Ids)
    zones: dict[str, dict[str, object]] = field(default_factory=dict)
    components: dict[str, dict[str, object]] = field(default_factory=dict)
    interfaces: dict[str, dict[str, object]] = field(default_factory=dict)
    assets: dict[str, dict[str, object]] = field(default_factory=dict)
    controls: dict[str, dict[str, object]] = field(default_factory=dict)

    def zone(self, key: str, name: str, inside: str | None = None) -> str:
        """Add a trust domain, once."""
        id_ = self.ids.give(f"zone {key}", name)
        self.zones.setdefault(id_, {"name": name})
        if inside is not None and f"zone {inside}" in self.ids.of and inside != key:
            self.zones[id_]["inside"] = self.ids.of[f"zone {inside}"]
        return id_

    def component(
        self,
        key: str,
        name: str,
        *,
        kind: str | None = None,
        zone: str | None = None,
        technology: str | None = None,
        in_scope: bool = True,
    ) -> str:
        """Add a component; a kind that is not one of ours is kept as a note, never guessed at."""
        id_ = self.ids.give(f"component {key}", name)
        found: dict[str, object] = {"name": name}
        known = kind_called(kind)
        if known:
            found["kind"] = known.name
        elif kind:
            found["notes"] = [f"kind: {kind}"]
        if zone is not None and f"zone {zone}" in self.ids.of:
            found["domain"] = self.ids.of[f"zone {zone}"]
        if technology:
            found["technology"] = technology
        if not in_scope:
            found["in-scope"] = "no"
        self.components[id_] = found
        return id_

    def asset(self, key: str, name: str, *, kind: str | None = None, **ratings: str) -> str:
        """Add a data asset."""
        id_ = self.ids.give(f"asset {key}", name)
        self.assets[id_] = {"name": name, **({"kind": kind} if kind else {}), **ratings}
        return id_

    def kept(self, asset: str, component: str, *, encrypted: bool | None = None) -> None:
        """Say that a data asset is kept in a component; whether encrypted goes for all of its copies."""
        ids = (self.ids.of.get(f"asset {asset}"), self.ids.of.get(f"component {component}"))
        if ids[0] is None or ids[1] is None:
            return
        places = self.assets[ids[0]].setdefault("persisted", [])
        assert isinstance(places, list)
        if {"in": ids[1]} not in places:
            places.append({"in": ids[1]})
        if encrypted is not None:
            control = f"{ids[0]}/encryption-at-rest"
            both = control in self.controls and (self.controls[control]["state"] == "in place") != encrypted
            self.controls[control] = {"state": "unknown" if both else "in place" if encrypted else "absent"}

    def flow(
        self,
        key: str,
        sender: str | None,
        receiver: str | None,
        *,
        name: str | None = None,
        protocol: str | None = None,
        request: Iterable[str] = (),
        response: Iterable[str] = (),
        controls: Mapping[str, bool | None] | None = None,
    ) -> str:
        """Add an interface whose requestor is the sender; what is between nothing known is left out, not the interface.

        `controls` says of a kind of control whether the model says that it is there (`True`) or that it is not (`False`).
        """
        number = str(len(self.interfaces) + 1)
        id_ = self.ids.give(f"flow {key}", number)
        found: dict[str, object] = {"number": number, **({"name": name} if name else {})}
        for word, end in (("requestor", sender), ("listener", receiver)):
            if end is not None and f"component {end}" in self.ids.of:
                found[word] = self.ids.of[f"component {end}"]
        if protocol:
            found["protocol"] = [protocol]
        for word, keys in (("request", request), ("response", response)):
            carried = [
                self.ids.of[f"asset {each}"] for each in dict.fromkeys(keys) if f"asset {each}" in self.ids.of
            ]
            if carried:
                found[word] = carried
        self.interfaces[id_] = found
        for kind, there in (controls or {}).items():
            if there is not None:
                self.controls[f"{id_}/{kind}"] = {"state": "in place" if there else "absent"}
        return id_

    @property
    def tree(self) -> Tree:
        """The page."""
        return {
            "format": "1",
            "service": self.service or "unnamed",
            "trust-domains": self.zones,
            "components": self.components,
            "interfaces": self.interfaces,
            "data-assets": self.assets,
            "controls": self.controls,
        }


Json = Mapping[str, object]


def items(value: object) -> list[Json]:
    """Return what a list of mappings holds, and nothing where it is none."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def mapping(value: object) -> Json:
    """Return a mapping, empty where there is none."""
    return value if isinstance(value, Mapping) else {}


def words(value: object) -> list[str]:
    """Return a list of texts, empty where there is none."""
    return [str(each) for each in value] if isinstance(value, list) else []


def text(value: object) -> str | None:
    """Return a text on one line, nothing where there is none."""
    found = " ".join(str(value).split()) if isinstance(value, (str, int)) else ""
    return found or None
