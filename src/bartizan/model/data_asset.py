"""Data worth protecting; credentials and keys are data too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.impact import Impact
from bartizan.model.placement import Placement
from bartizan.model.rights import Rights
from bartizan.model.shapes import Flag, Id, OneOf, Prose, Text, YesNo, said


class Unreachable(Enum):
    """What a checker does when it cannot ask whether a certificate was revoked."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """How a certificate or token is taken back before it ends by itself."""

    latency: str | None = said(Text(), "How long until everybody refuses it, such as `96 h`.")
    unreachable: Unreachable | None = said(
        OneOf(Unreachable), "What a checker does when it cannot ask: `accept` or `refuse`."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DataAsset:
    """User data, high-value data, configuration, credentials or other data that an attacker may target."""

    id: str
    name: str | None = said(Text(), "What people see; without it the id is made readable.")
    kind: str | None = said(
        Text(), "What sort of data it is: credential, key, certificate, message, configuration, quota …"
    )
    description: str | None = said(Prose(), "What it is.")
    confidentiality: str | None = said(
        Text(), "How confidential it is: none, low, medium, high or a label of your own."
    )
    integrity: str | None = said(
        Text(), "How much its integrity matters: none, low, medium, high or a label."
    )
    availability: str | None = said(
        Text(), "How much its availability matters: none, low, medium, high or a label."
    )
    format: str | None = said(
        Text(), "The format it has, such as JSON, PEM or free text; who parses it follows."
    )
    transformations: tuple[str, ...] = said(
        ListOf(Prose()), "What is done to it on its way: encoded, encrypted, signed, rendered …"
    )
    one_per: str | None = said(
        Text(), "What each one belongs to, such as `project`: at rest everyone's, in flight that one's."
    )
    part_of: tuple[str, ...] = said(ListOf(Id("data-assets")), "The larger data assets it is a part of.")
    persisted: tuple[Placement, ...] = said(
        ListOf(Record(Placement, short="in")), "Where it is kept at rest; `nowhere` when it is transient."
    )
    held_by: tuple[str, ...] = said(
        ListOf(Id("components", "threat-actors")), "Who holds the key, where the tenant brings their own."
    )
    opens: Mapping[str, Rights] = said(
        MapOf[Rights](Record(Rights), key_sections=("interfaces", "components")),
        "For a credential: what whoever holds it may do, and over which interface or at which component.",
    )
    includes: Mapping[str, Flag | None] = said(
        MapOf[Flag | None](YesNo(), key_sections=("data-assets",)),
        "For a credential: other credentials whose rights it may hold as well.",
    )
    bound_to: tuple[str, ...] = said(
        ListOf(Id("components")), "For a credential: the only components from which it works."
    )
    triggers: Mapping[str, Rights] = said(
        MapOf[Rights](Record(Rights), key_sections=("components",)),
        "For a message: what it makes its reader do.",
    )
    loaded_by: tuple[str, ...] = said(
        ListOf(Id("components")), "Components that run it as code or take it as configuration."
    )
    configures: tuple[str, ...] = said(ListOf(Id("interfaces")), "Interfaces whose other end it names.")
    rendered_by: tuple[str, ...] = said(ListOf(Id("components")), "User interfaces that show it.")
    lifetime: str | None = said(Text(), "How long it is valid, such as `24 h`.")
    detection: str | None = said(Text(), "How long until a theft is noticed, such as `12 h`.")
    revocation: Revocation | None = said(Record(Revocation), "How it is taken back.")
    in_scope: Flag | None = said(YesNo(), "`no` when it is here for context only.")
    because: str | None = said(Prose(), "Why it is out of scope.")
    impact: Impact | None = said(Record(Impact), "What its failure means, in the architect's words.")
    notes: tuple[str, ...] = said(ListOf(Prose()), "What else the page says about it.")
