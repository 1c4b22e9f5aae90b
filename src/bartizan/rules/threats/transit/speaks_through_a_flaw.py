"""Whoever passes for the requestor may do what its credential lets do."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_SHARED,
    BREAKS_REQUESTOR,
    CREDENTIAL,
    EXPLOITS,
    FLAW,
    INTERFACE,
    SPEAKS,
)

RULE = Rule(
    name="speaks-through-a-flaw",
    says="{flaw} lets somebody pass for the holder of {credential} on {interface}",
    given=(
        EXPLOITS(INTERFACE, FLAW),
        BREAKS_REQUESTOR(INTERFACE, FLAW),
        ACCEPTS_SHARED(INTERFACE, CREDENTIAL),
    ),
    then=SPEAKS(INTERFACE, CREDENTIAL),
)
