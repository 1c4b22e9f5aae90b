"""Connections between components."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.carried import Carried
from bartizan.model.compounds import ListOf, Record
from bartizan.model.impact import Impact
from bartizan.model.shapes import Flag, Id, IdOrProse, Prose, Text, YesNo, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorization:
    """What a request must pass: all of a list, or any one of it."""

    all_of: tuple[str, ...] = said(
        ListOf(IdOrProse("controls")),
        "Checks that must all pass; a list without a word in front means the same.",
        key="all",
    )
    any_of: tuple[str, ...] = said(
        ListOf(IdOrProse("controls")),
        "Checks of which one grant is enough, so that one void check is enough too.",
        key="any",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Implementation:
    """The library that speaks the protocol."""

    library: str | None = said(Text(), "Its name.")
    version: str | None = said(Text(), "The version in use.")
    maintained: Flag | None = said(YesNo(), "Whether somebody still repairs it.")
    because: str | None = said(Prose(), "How that is known.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """A connection that one component, the requestor, opens to another, the listener."""

    id: str
    number: str | None = said(Text(), "Its number on the diagram; without it the id, where that is a number.")
    name: str | None = said(Text(), "What people see beside the number, such as `REST API` or `Publish`.")
    network: str | None = said(
        IdOrProse("trust-domains", by_use=True), "The network it runs over, where its two ends do not tell."
    )
    requestor: str | None = said(Id("components"), "The component that opens the connection.")
    listener: str | None = said(Id("components"), "The component that listens; the arrowhead points to it.")
    protocol: tuple[str, ...] = said(
        ListOf(Text()),
        "The network protocols, such as `HTTPS`, or `[SQL, TLS]`; `unknown` when nobody knows yet.",
    )
    request: tuple[Carried, ...] = said(
        ListOf(Record(Carried, short="asset")), "Data assets that travel from requestor to listener."
    )
    request_credentials: tuple[str, ...] = said(
        ListOf(IdOrProse("data-assets", words=("unknown", "nothing"))),
        "What the requestor shows to say who it is; `nothing` when anybody may connect. The protocol's own TLS is none.",
    )
    request_authorization: Authorization | None = said(
        Record(Authorization, short="all"), "The controls that decide whether the request is granted."
    )
    response: tuple[Carried, ...] = said(
        ListOf(Record(Carried, short="asset")), "Data assets that travel back from listener to requestor."
    )
    response_credentials: tuple[str, ...] = said(
        ListOf(IdOrProse("data-assets", words=("unknown", "nothing"))),
        "What the listener shows to say who it is.",
    )
    in_flight: tuple[Carried, ...] = said(
        ListOf(Record(Carried, short="asset")),
        "Data assets in flight, where the page does not say in which direction.",
    )
    description: str | None = said(Prose(), "What the operation does.")
    administration: Flag | None = said(
        YesNo(), "Whether this is a path by which the service is administered."
    )
    entry_point: Flag | None = said(
        YesNo(),
        "Whether somebody outside the service's own trust domains can reach it, where the ends do not tell.",
    )
    confidentiality: str | None = said(
        Text(), "How confidential this interface must be: none, low, medium, high or a label."
    )
    integrity: str | None = said(
        Text(), "How much its integrity matters: none, low, medium, high or a label."
    )
    availability: str | None = said(
        Text(), "How much its availability matters: none, low, medium, high or a label."
    )
    implementation: Implementation | None = said(
        Record(Implementation, short="library"),
        "The library that speaks the protocol, and whether it is maintained.",
    )
    needed: Flag | None = said(
        YesNo(), "`no` when the requestor works without it, so that a dead listener does not stop it."
    )
    future: Flag | None = said(YesNo(), "Whether it is planned and does not exist yet; drawn dashed.")
    in_scope: Flag | None = said(YesNo(), "`no` when it is here for context only.")
    because: str | None = said(Prose(), "Why it is out of scope.")
    without_use_case: str | None = said(Prose(), "Why no use case goes over it, where none does.")
    impact: Impact | None = said(
        Record(Impact), "What a successful attack on it means, in the architect's words."
    )
    notes: tuple[str, ...] = said(ListOf(Prose()), "What else the page says about it.")
