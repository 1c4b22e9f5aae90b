"""What stops an attacker's step, and can be degraded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bartizan.model.compounds import ListOf, Record
from bartizan.model.level import Strength
from bartizan.model.shapes import Id, Number, OneOf, Prose, Text, said


class ControlState(Enum):
    """Whether a control is there."""

    IN_PLACE = "in place"
    ABSENT = "absent"
    PLANNED = "planned"
    UNKNOWN = "unknown"
    """Somebody asked and nobody knows; treated as not said."""


class OnLoss(Enum):
    """What happens when the control cannot do its work."""

    OPEN = "open"
    """Everything is let through."""
    CLOSED = "closed"
    """Nothing is let through."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What has to hold for a control to work: properties of data assets, and assumptions about dependencies."""

    confidentiality: tuple[str, ...] = said(ListOf(Id("data-assets")), "Data assets that must stay secret.")
    integrity: tuple[str, ...] = said(ListOf(Id("data-assets")), "Data assets that must not be altered.")
    availability: tuple[str, ...] = said(ListOf(Id("data-assets")), "Data assets that must be there.")
    assumption: tuple[str, ...] = said(
        ListOf(Id("external-dependencies")), "External dependencies whose assumption must hold."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """What stops a step. Its id is its own name, or the element it stands on and a word: `1/encryption`."""

    id: str
    name: str | None = said(Text(), "What people see; without it the id is made readable.")
    state: ControlState | None = said(
        OneOf(ControlState), "`in place`, `absent`, `planned` or `unknown`; not said is not said."
    )
    kind: str | None = said(
        Text(),
        "What sort of control it is: authentication, authorization, encryption, filter, backup, audit …",
    )
    description: str | None = said(Prose(), "How it works.")
    stands_on: tuple[str, ...] = said(
        ListOf(Id("interfaces", "components", "data-assets", "trust-domains")),
        "The elements it stands on, besides the one its id names.",
    )
    enforced_by: tuple[str, ...] = said(
        ListOf(Id("components")), "The component that carries it out; whoever owns that owns the control."
    )
    relies_on: Reliance | None = said(Record(Reliance), "What has to hold for it to work.")
    on_loss: OnLoss | None = said(
        OneOf(OnLoss), "`open` or `closed`: what happens when it cannot do its work."
    )
    protects: tuple[str, ...] = said(
        ListOf(Id("data-assets", words=("all", "unknown"))), "The data assets it protects, where not all."
    )
    resists: Strength | None = said(
        OneOf(Strength),
        "How capable an attacker must be to get past it: it holds against those who are less.",
    )
    cost: float | None = said(
        Number(0, 1e9),
        "What it costs an attacker to get past it, in units of your own; 1 where nothing is said.",
    )
    probability: float | None = said(Number(0, 1), "The probability that it does not hold, from 0 to 1.")
    common_cause: str | None = said(
        Text(),
        "A name shared by the controls that fail together: as likely as the likeliest of them, at the cost of the cheapest.",
    )
    verified_by: tuple[str, ...] = said(
        ListOf(Text()), "What proves it: a gate, a rule of a scanner, an endpoint check.", used_by="evidence"
    )
    because: str | None = said(Prose(), "Why it is absent or planned.")
