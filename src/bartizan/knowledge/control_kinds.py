"""What sort of control something is: where it stands, what it guards, what it leans on, and what to ask about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from bartizan.knowledge.stride import Stride
from bartizan.knowledge.tables import table
from bartizan.knowledge.words import nearest_phrase, phrase


class StandsOn(StrEnum):
    """A sort of element on which a control can stand."""

    INTERFACE = "interface"
    COMPONENT = "component"
    DATA_ASSET = "data-asset"
    TRUST_DOMAIN = "trust-domain"

    @property
    def section(self) -> str:
        """The section of the page that holds such elements: `data-assets`."""
        return f"{self.value}s"


class LeansOn(StrEnum):
    """What has to hold for a control to work, in the words of its `relies-on`."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"
    ASSUMPTION = "assumption"
    """An external dependency keeps what we take for granted of it."""
    COMPONENT = "component"
    """Whatever carries it out (`enforced-by`) is not in an attacker's hands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalReliance:
    """One thing that controls of a kind usually need; the page says which data asset or component it is."""

    on: LeansOn
    says: str
    """What it is, as it can stand behind "relies on": `the listener's private key`."""
    asset_kind: str | None = None
    """The kind of data asset it is, where it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlKind:
    """One sort of control."""

    name: str
    """The word for it in a page, also behind the slash of `1/encryption`."""
    on: tuple[StandsOn, ...]
    """The sorts of element on which it stands."""
    guards: str
    """What it keeps from happening, in a sentence."""
    relies_on: tuple[TypicalReliance, ...]
    """What it usually needs; empty where it needs nothing but the component that carries it out."""
    stride: tuple[Stride, ...]
    """The kinds of threat it stands against, the main one first."""
    generic: bool
    """Whether it says only that there is no exploitable bug, which can be asked of everything."""
    asks: Mapping[StandsOn, str]
    """The question for the room, for each sort of element, with `{element}` where its name goes."""
    advice: str
    """What to do where it is missing, in a sentence."""
    elsewhere: Mapping[StandsOn, str]
    """The kind that is meant when the same word stands on another sort of element: `encryption` on a data asset."""
    words: tuple[str, ...]
    """Other spellings of its name."""
    date: str
    """When the row was last looked at."""
    source: str
    """Where the row comes from."""
    checked: str
    """How it was checked."""

    @property
    def ask(self) -> str:
        """The question for the sort of element on which it stands first."""
        return self.asks[self.on[0]]

    def question(self, element: str, on: StandsOn | None = None) -> str:
        """Return the question about one element; `on` where the kind stands on several sorts."""
        return self.asks.get(on or self.on[0], self.ask).replace("{element}", element)


@cache
def control_kinds() -> Mapping[str, ControlKind]:
    """Return all kinds of control by name, in the order of the table."""
    rows, common = table("control_kinds")
    return MappingProxyType({name: _from_row(name, row, common) for name, row in rows.items()})


def control_kind(word: str | None, on: StandsOn | None = None) -> ControlKind | None:
    """Return the kind that a word names: `Access Control`, `mfa`, or a control's id such as `1/encryption`.

    Where the sort of element is told on which it stands, `encryption` of a data asset is encryption at rest.
    """
    found = _called(word) if word else None
    if found and on and on in found.elsewhere:
        return control_kinds()[found.elsewhere[on]]
    return found


def _called(word: str) -> ControlKind | None:
    """Return the kind that a word names; of `authn/authz` neither, since that is no control's id."""
    known = _by_words()
    element, slash, behind = word.rpartition("/")
    if slash and phrase(element) not in known:
        return known.get(phrase(word)) or known.get(phrase(behind))
    return known.get(phrase(word))


@lru_cache(maxsize=1024)
def nearest_control_kind(word: str) -> str | None:
    """Return the name of the kind whose spelling is nearest to a word that is none."""
    spelling = nearest_phrase(word.rpartition("/")[2], _by_words())
    return _by_words()[spelling].name if spelling else None


@cache
def _by_words() -> Mapping[tuple[str, ...], ControlKind]:
    return {phrase(word): each for each in control_kinds().values() for word in (each.name, *each.words)}


def _from_row(name: str, row: Mapping[str, Any], common: Mapping[str, str]) -> ControlKind:
    on = tuple(StandsOn(each) for each in row["on"])
    ask = row["ask"]
    return ControlKind(
        name=name,
        on=on,
        guards=row["guards"],
        relies_on=tuple(
            TypicalReliance(on=LeansOn(each["on"]), says=each["says"], asset_kind=each.get("asset-kind"))
            for each in row.get("relies-on", ())
        ),
        stride=tuple(Stride(each) for each in row["stride"]),
        generic=row.get("generic", False),
        asks=MappingProxyType(
            {each: ask if isinstance(ask, str) else ask[each.value] for each in on},
        ),
        advice=row["advice"],
        elsewhere=MappingProxyType(
            {StandsOn(each): other for each, other in row.get("elsewhere", {}).items()},
        ),
        words=tuple(row.get("words", ())),
        date=row.get("date", common["date"]),
        source=row.get("source", common["source"]),
        checked=row.get("checked", common["checked"]),
    )
