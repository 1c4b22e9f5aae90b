"""Whoever holds nobody knows what may hold any credential."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, HOLDS_UNSAID, POSES_ANY

RULE = Rule(
    name="holdings-unknown",
    says="{actor} may have any credential",
    given=(
        ACTS(ACTOR),
        HOLDS_UNSAID(ACTOR),
    ),
    then=POSES_ANY(),
)
