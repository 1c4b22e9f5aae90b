"""Whoever stands nobody knows where may stand everywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, EVERYWHERE, WHEREABOUTS_UNSAID

RULE = Rule(
    name="whereabouts-unknown",
    says="{actor} may stand anywhere",
    given=(
        ACTS(ACTOR),
        WHEREABOUTS_UNSAID(ACTOR),
    ),
    then=EVERYWHERE(),
)
