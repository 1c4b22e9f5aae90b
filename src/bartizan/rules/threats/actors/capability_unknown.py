"""A control may not hold against those of whom nobody knows how capable they are."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, CONTROL, OFF, STRENGTH_UNSAID

RULE = Rule(
    name="capability-unknown",
    says="{actor} may be capable enough to get past {control}",
    given=(
        ACTS(ACTOR),
        STRENGTH_UNSAID(ACTOR, CONTROL),
    ),
    then=OFF(CONTROL),
)
