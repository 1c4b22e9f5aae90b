"""Whoever is let in as one holder is let in."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCEPTS_ONE, CREDENTIAL, INSIDE, INTERFACE, SPEAKS_ONE

RULE = Rule(
    name="speaking-as-one-is-inside",
    says="{credential} lets its holder in on {interface}",
    given=(
        SPEAKS_ONE(INTERFACE, CREDENTIAL),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
    ),
    then=INSIDE(INTERFACE),
)
