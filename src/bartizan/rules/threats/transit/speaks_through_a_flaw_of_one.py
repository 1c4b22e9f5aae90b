"""Whoever passes for the requestor may do what one holder of its credential may."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    BREAKS_REQUESTOR,
    CREDENTIAL,
    EXPLOITS,
    FLAW,
    INTERFACE,
    SPEAKS_ONE,
)

RULE = Rule(
    name="speaks-through-a-flaw-of-one",
    says="{flaw} lets somebody pass for one holder of {credential} on {interface}",
    given=(
        EXPLOITS(INTERFACE, FLAW),
        BREAKS_REQUESTOR(INTERFACE, FLAW),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
    ),
    then=SPEAKS_ONE(INTERFACE, CREDENTIAL),
)
