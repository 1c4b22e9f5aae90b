"""A control that relies nobody knows on what may fall with any data."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS_SOME, CONTROL, OFF, RELIANCE_UNSAID

RULE = Rule(
    name="reliance-unknown",
    says="{control} may rely on any data",
    given=(
        ALTERS_SOME(),
        RELIANCE_UNSAID(CONTROL),
    ),
    then=OFF(CONTROL),
)
