"""What an attacker might want from the service."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.compounds import ListOf
from bartizan.model.shapes import Id, Prose, Text, said


@dataclass(frozen=True, slots=True, kw_only=True)
class AbuseCase:
    """A use that nobody intended."""

    id: str
    name: str | None = said(Text(), "What people see; without it the id is made readable.")
    description: str | None = said(Prose(), "What the attacker does and gains.")
    actors: tuple[str, ...] = said(ListOf(Id("threat-actors")), "Who would do it.")
    targets: tuple[str, ...] = said(
        ListOf(Id("data-assets", "components", "interfaces")), "What it is aimed at or leads through."
    )
