"""What a principal, a message or a lock-out may do: closed verbs over data assets."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.model.compounds import ListOf
from bartizan.model.shapes import Id, said

_ASSETS = ListOf(Id("data-assets", words=("all", "unknown")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What may be done, and to which data assets; `all` means everything that is stored there."""

    read: tuple[str, ...] = said(_ASSETS, "Data assets that can be read.")
    write: tuple[str, ...] = said(_ASSETS, "Data assets that can be changed or added.")
    delete: tuple[str, ...] = said(_ASSETS, "Data assets that can be deleted.")
    use: tuple[str, ...] = said(
        _ASSETS, "Keys that can be used without learning them, as in a hardware security module."
    )
    consume: tuple[str, ...] = said(_ASSETS, "Quotas and other finite things that can be used up.")
