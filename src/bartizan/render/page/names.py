"""Where on the page each element stands and what it is called, so that its name can lead to it from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from bartizan.model.names import display_name, readable
from bartizan.model.references import references
from bartizan.model.shapes import key_of
from bartizan.render.page.document import Tone, Word

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture
    from bartizan.model.interface import Interface

_PREFIX = {
    "components": "component",
    "interfaces": "interface",
    "data-assets": "asset",
    "trust-domains": "domain",
    "controls": "control",
    "external-dependencies": "dependency",
    "threat-actors": "actor",
    "abuse-cases": "abuse-case",
    "use-cases": "use-case",
}
"""The sections whose elements can be led to, and the word before each of their anchors."""


@dataclass(frozen=True, slots=True)
class Target:
    """An element as others speak of it."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Names:
    """All elements of a page, by section and id."""

    targets: Mapping[str, Mapping[str, Target]]
    numbered: Mapping[str, Target]
    """The interfaces by their number on the diagrams; the first where two share one."""

    def find(self, id_: str, sections: Iterable[str]) -> Target | None:
        """Return the element of that id in the first of the sections that has one."""
        for section in sections:
            target = self.targets.get(section, {}).get(id_)
            if target:
                return target
        return None

    def anchor(self, section: str, id_: str) -> str:
        """Return where the element stands."""
        return self.targets[section][id_].anchor

    def word(self, id_: str, sections: Iterable[str], tone: Tone = Tone.PLAIN) -> Word:
        """Return the element's name, leading to it; the id as written where there is no such element."""
        target = self.find(id_, sections)
        if target is None:
            return Word(id_, Tone.MISSING)
        return Word(target.label, tone, f"#{target.anchor}")


def names_of(architecture: Architecture) -> Names:
    """Return the names of all elements; a trust domain that is only used has one too."""
    sections = {key_of(field): getattr(architecture, field.name) for field in fields(architecture)}
    targets: dict[str, dict[str, Target]] = {}
    taken: set[str] = set()
    for section, prefix in _PREFIX.items():
        targets[section] = {}
        for id_, element in sections[section].items():
            label = _interface_label(element) if section == "interfaces" else display_name(element)
            targets[section][id_] = Target(_anchor(prefix, id_, taken), label)
    targets["components"] |= _told_apart(architecture, targets["components"])
    for id_ in used_domains(architecture):
        targets["trust-domains"][id_] = Target(_anchor("domain", id_, taken), readable(id_))
    numbered: dict[str, Target] = {}
    for id_, interface in architecture.interfaces.items():
        numbered.setdefault(interface_number(interface), targets["interfaces"][id_])
    return Names(targets, numbered)


def _told_apart(architecture: Architecture, targets: Mapping[str, Target]) -> dict[str, Target]:
    """Return the components that share a name, each with what tells it from its namesakes: its reader, else its id."""
    namesakes: dict[str, list[str]] = {}
    for id_, target in targets.items():
        namesakes.setdefault(target.label, []).append(id_)
    told: dict[str, Target] = {}
    for label, ids in namesakes.items():
        readers = [_reader(architecture, id_, targets) for id_ in ids] if len(ids) > 1 else []
        for id_, reader in zip(ids, readers, strict=False):
            which = reader if reader and readers.count(reader) == 1 else id_
            told[id_] = Target(targets[id_].anchor, f"{label} ({which})")
    return told


def _reader(architecture: Architecture, id_: str, targets: Mapping[str, Target]) -> str:
    """Return the names of those that read or write a file."""
    component = architecture.components[id_]
    users = dict.fromkeys((*component.read_by, *component.written_by))
    return ", ".join(targets[each].label for each in users if each in targets)


def used_domains(architecture: Architecture) -> Iterator[str]:
    """Yield the trust domains that are named somewhere and declared nowhere, in the order of the page."""
    seen = set(architecture.trust_domains) | set(architecture.components)
    for reference in references(architecture):
        if reference.by_use and "trust-domains" in reference.sections and reference.id not in seen:
            seen.add(reference.id)
            yield reference.id


def interface_number(interface: Interface) -> str:
    """Return the interface's number on the diagrams; empty when it has none."""
    return interface.number or (interface.id if interface.id.isdecimal() else "")


def _interface_label(interface: Interface) -> str:
    number = interface_number(interface)
    return f"interface {number}" if number else display_name(interface)


def _anchor(prefix: str, id_: str, taken: set[str]) -> str:
    """Return an anchor that no other element has, made of what an address and an attribute can hold."""
    stem = f"{prefix}-{re.sub(r'[^A-Za-z0-9._-]+', '-', id_)}"
    anchor, count = stem, 1
    while anchor in taken:
        count += 1
        anchor = f"{stem}-{count}"
    taken.add(anchor)
    return anchor
