"""What sort of thing a component is, and what it is drawn as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType

from bartizan.knowledge.tables import table
from bartizan.knowledge.technologies import technology
from bartizan.knowledge.words import nearest_phrase, phrase
from bartizan.model.component import Component


class Notation(StrEnum):
    """The shape of a component on a block diagram."""

    RECTANGLE = "rectangle"
    """Any component: the guidance's own shape."""
    CYLINDER = "cylinder"
    """Upright: storage or a database."""
    PIPE = "pipe"
    """A cylinder on its side: a message queue."""
    CLOUD = "cloud"
    """Access over the internet."""
    PERSON = "person"
    DOCUMENT = "document"
    HOST = "host"
    HSM = "hsm"
    BROWSER = "browser"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentKind:
    """One sort of component."""

    name: str
    """The word for it in a page: `process`, `object-store` …"""
    says: str
    """What it is, in a sentence."""
    notation: Notation
    """Its shape on a block diagram."""
    store: bool
    """Whether it is a data store on a data flow diagram."""
    keeps: bool
    """Whether data can be at rest there."""
    person: bool
    """Whether it is somebody."""
    software: bool
    """Whether it makes sense to ask with which technology it is made."""
    opens: bool
    """Whether it opens connections by itself."""
    listens: bool
    """Whether something can connect to it."""
    words: tuple[str, ...]
    """Other spellings of its name."""
    date: str
    """When the row was last looked at."""
    source: str
    """Where the row comes from."""
    checked: str
    """How it was checked."""


@cache
def kinds() -> Mapping[str, ComponentKind]:
    """Return all kinds by name, in the order of the table."""
    rows, common = table("component_kinds")
    return MappingProxyType(
        {
            name: ComponentKind(
                name=name,
                says=row["says"],
                notation=Notation(row.get("notation", "rectangle")),
                store=row.get("store", False),
                keeps=row.get("keeps", row.get("store", False)),
                person=row.get("person", False),
                software=row.get("software", True),
                opens=row.get("opens", True),
                listens=row.get("listens", True),
                words=tuple(row.get("words", ())),
                date=row.get("date", common["date"]),
                source=row.get("source", common["source"]),
                checked=row.get("checked", common["checked"]),
            )
            for name, row in rows.items()
        }
    )


@cache
def _by_words() -> Mapping[tuple[str, ...], ComponentKind]:
    return {phrase(word): kind for kind in kinds().values() for word in (kind.name, *kind.words)}


def kind_called(word: str | None) -> ComponentKind | None:
    """Return the kind that goes by a word; nothing when the word is not one of ours."""
    if not word:
        return None
    return _by_words().get(phrase(word))


@lru_cache(maxsize=1024)
def nearest_kind(word: str) -> str | None:
    """Return the name of the kind whose spelling is nearest to a word that is none."""
    spelling = nearest_phrase(word, _by_words())
    return _by_words()[spelling].name if spelling else None


def kind_of(component: Component) -> ComponentKind | None:
    """Return what a component is: as it says itself, else as its technology tells; never by its name."""
    if component.kind:
        return kind_called(component.kind)
    made_with = technology(component.technology) if component.technology else None
    return kinds()[made_with.kind] if made_with else None


def notation(component: Component) -> Notation:
    """Return the shape to draw; a rectangle where nobody knows what the component is."""
    kind = kind_of(component)
    return kind.notation if kind else Notation.RECTANGLE
