"""What is outside the service's control, and what is taken for granted of it."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.compounds import ListOf
from bartizan.model.shapes import Prose, Text, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """Something required for the service's operation that may harm it when compromised or unavailable.

    Where its id is that of a component, it is that component which is meant.
    """

    id: str
    name: str | None = said(Text(), "What people see; without it the id is made readable.")
    description: str | None = said(Prose(), "What the service needs it for.")
    assumption: tuple[str, ...] = said(
        ListOf(Prose()),
        "The security assumptions made about it; `unknown` when somebody asked and nobody knows.",
    )
    owner: str | None = said(Text(), "Who runs it: the deployer, a third party …")
    service: str | None = said(Text(), "The name of the service whose own architecture page describes it.")
