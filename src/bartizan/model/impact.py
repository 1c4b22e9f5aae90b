"""What it means when a property of something fails, in the architect's own words."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.compounds import ListOf
from bartizan.model.shapes import Prose, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What failure means, per property; printed as written, beside what the engine derives."""

    confidentiality: str | None = said(Prose(), "What it means when this is disclosed.")
    integrity: str | None = said(Prose(), "What it means when this is altered or forged.")
    availability: str | None = said(Prose(), "What it means when this is not available, or lost.")
    notes: tuple[str, ...] = said(ListOf(Prose()), "What else is to be said about its failure.")
