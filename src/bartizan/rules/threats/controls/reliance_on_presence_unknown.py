"""A control that relies nobody knows on what may let everything through when data is not there."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CONTROL, DENIES_SOME, OFF, RELIANCE_UNSAID

RULE = Rule(
    name="reliance-on-presence-unknown",
    says="{control} may let everything through without any data",
    given=(
        DENIES_SOME(),
        RELIANCE_UNSAID(CONTROL),
    ),
    then=OFF(CONTROL),
)
