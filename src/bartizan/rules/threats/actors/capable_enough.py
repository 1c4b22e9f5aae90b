"""A control does not hold against those who are capable enough."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, CONTROL, OFF, STRONG_ONLY

RULE = Rule(
    name="capable-enough",
    says="{actor} is capable enough to get past {control}",
    given=(
        ACTS(ACTOR),
        STRONG_ONLY(CONTROL, ACTOR),
    ),
    then=OFF(CONTROL),
)
