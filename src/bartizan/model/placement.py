"""Where a data asset is persisted, and how it is protected there."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.compounds import ListOf
from bartizan.model.shapes import Flag, Id, Prose, YesNo, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One copy of a data asset at rest. Of several, any one leaks it and all must go before it is lost."""

    place: str | None = said(
        Id("components", words=("unknown", "nowhere")),
        "The component that keeps it; `nowhere` when it is only ever in flight or in memory.",
        key="in",
    )
    encrypted_with: tuple[str, ...] = said(
        ListOf(Id("data-assets")), "The keys it is encrypted with at rest."
    )
    integrity_checked_with: tuple[str, ...] = said(
        ListOf(Id("data-assets")), "The keys with which a reader notices that the stored form was altered."
    )
    extractable: Flag | None = said(
        YesNo(), "Whether it can be taken out of there; `no` for a key that a hardware security module keeps."
    )
    description: str | None = said(Prose(), "How it is kept there, in the page's words.")
