"""What travels over an interface, and in which form."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.compounds import ListOf
from bartizan.model.shapes import Id, IdOrProse, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One thing in flight: a data asset, or words where it is not one."""

    asset: str | None = said(
        IdOrProse("data-assets", words=("unknown", "nothing")),
        "The data asset that travels, or a few words where it is none; `nothing` where nothing of worth does.",
    )
    encrypted_with: tuple[str, ...] = said(
        ListOf(Id("data-assets")),
        "The keys it is encrypted with before it is sent, besides what the protocol does.",
    )
    integrity_checked_with: tuple[str, ...] = said(
        ListOf(Id("data-assets")), "The keys with which the receiver can notice that it was altered."
    )
