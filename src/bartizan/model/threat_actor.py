"""Whom the service is defended against, and whom not."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.compounds import ListOf
from bartizan.model.level import Strength
from bartizan.model.shapes import Flag, Id, OneOf, Prose, Text, YesNo, said


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatActor:
    """Somebody who may attack. Where the id is that of a component, it is that person or part turned hostile."""

    id: str
    name: str | None = said(Text(), "What people see; without it the id is made readable.")
    description: str | None = said(Prose(), "Who that is and what they want.")
    at: tuple[str, ...] = said(
        ListOf(Id("trust-domains", "components", by_use=True)), "Where they stand at the start."
    )
    holds: tuple[str, ...] = said(
        ListOf(Id("data-assets")), "Data assets they hold at the start, such as an account."
    )
    capability: Strength | None = said(OneOf(Strength), "How capable they are.")
    in_scope: Flag | None = said(YesNo(), "`no` when the service is not defended against them.")
    because: str | None = said(Prose(), "Why not.")
