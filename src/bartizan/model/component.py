"""The parts of a service and the things around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bartizan.model.compounds import ListOf, Record
from bartizan.model.impact import Impact
from bartizan.model.rights import Rights
from bartizan.model.shapes import Flag, Id, OneOf, Prose, Text, YesNo, said


class CloudPlacement(Enum):
    """Where a component runs in a typical deployment of a cloud, as the architecture page template has it."""

    IN_CLOUD = "I-C"
    """In hosted instances on the cloud."""
    UNDER_CLOUD = "U-C"
    """In the infrastructure under the cloud."""
    OUTSIDE_CLOUD = "O-C"
    """Outside of the cloud."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A server, cluster, process, store, queue, file, person or external service, in one trust domain."""

    id: str
    name: str | None = said(Text(), "What people see; without it the id is made readable.")
    kind: str | None = said(
        Text(),
        "What sort of thing it is: process, database, queue, file, person, service, hsm …; decides its shape and what can "
        "be asked about it. A technology usually brings it.",
    )
    technology: str | None = said(Text(), "The product or language it is made with, such as Python or MySQL.")
    placement: tuple[CloudPlacement, ...] = said(
        ListOf(OneOf(CloudPlacement)),
        "Where it runs: `I-C` in hosted instances on the cloud, `U-C` under the cloud, `O-C` outside of it.",
    )
    domain: str | None = said(
        Id("trust-domains", by_use=True),
        "The trust domain it belongs to; naming one here is enough to declare it.",
    )
    instances: str | None = said(Text(), "How many there are: a number, `>200` or `many`.")
    description: str | None = said(Prose(), "Its purpose.")
    read_by: tuple[str, ...] = said(
        ListOf(Id("components")), "For a file: the components that read it, drawn as arrows without a number."
    )
    written_by: tuple[str, ...] = said(ListOf(Id("components")), "For a file: the components that write it.")
    hosts: tuple[str, ...] = said(ListOf(Id("components")), "For a host: what runs or lies on it.")
    on_failed_logins: Rights | None = said(
        Record(Rights), "What it does by itself after failed logins, such as deleting keys."
    )
    needs: tuple[str, ...] = said(
        ListOf(Id("components", "data-assets")),
        "What it cannot work without, besides the listeners, credentials and files that follow from the page.",
    )
    owner: str | None = said(Text(), "Who runs it, where that is not the service's own team.")
    service: str | None = said(Text(), "The name of the service whose own architecture page describes it.")
    future: Flag | None = said(YesNo(), "Whether it is planned and does not exist yet; drawn dashed.")
    in_scope: Flag | None = said(YesNo(), "`no` when it is here for context only; drawn shaded.")
    because: str | None = said(Prose(), "Why it is out of scope.")
    impact: Impact | None = said(Record(Impact), "What its failure means, in the architect's words.")
    notes: tuple[str, ...] = said(ListOf(Prose()), "What else the page says about it.")
