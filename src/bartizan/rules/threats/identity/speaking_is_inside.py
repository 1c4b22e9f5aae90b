"""Whoever is let in as somebody is let in."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCEPTS, CREDENTIAL, INSIDE, INTERFACE, SPEAKS

RULE = Rule(
    name="speaking-is-inside",
    says="{credential} lets its holder in on {interface}",
    given=(
        SPEAKS(INTERFACE, CREDENTIAL),
        ACCEPTS(INTERFACE, CREDENTIAL),
    ),
    then=INSIDE(INTERFACE),
)
