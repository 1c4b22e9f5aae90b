"""Whoever is let in as a principal can do what it may."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CAN, CREDENTIAL, INTERFACE, PERMITS, SPEAKS, TARGET, VERB

RULE = Rule(
    name="permitted",
    says="{credential} lets its holder {verb} {target} over {interface}",
    given=(
        SPEAKS(INTERFACE, CREDENTIAL),
        PERMITS(CREDENTIAL, INTERFACE, VERB, TARGET),
    ),
    then=CAN(VERB, TARGET),
)
