"""Groups of components with the same level of privilege."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bartizan.model.compounds import ListOf
from bartizan.model.shapes import Flag, Id, OneOf, Prose, Text, YesNo, said


class DomainKind(Enum):
    """What a trust domain is made of, which decides how its boundary is drawn."""

    NETWORK = "network"
    """Drawn as a dashed line with rounded corners."""
    GROUP = "group"
    """A cluster, a server pair or a collection of related components; drawn as a dotted box."""
    THIRD_PARTY = "third party"
    """Somebody else's network, drawn with that third party's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustDomain:
    """A group of entities with the same level of privilege; the trust boundary is the line around it."""

    id: str
    name: str | None = said(Text(), "What people see on the boundary; without it the id is made readable.")
    kind: DomainKind | None = said(
        OneOf(DomainKind),
        "`network` (dashed line), `group` of components (dotted box) or `third party` (its name on the boundary).",
    )
    inside: str | None = said(Id("trust-domains"), "The trust domain around this one.")
    reached_from: tuple[str, ...] = said(
        ListOf(Id("trust-domains", by_use=True)),
        "Domains whose members can send traffic into this one; what is let through is the control `<domain>/filter`.",
    )
    description: str | None = said(Prose(), "What belongs here and who runs it.")
    future: Flag | None = said(YesNo(), "Whether it is planned and does not exist yet.")
