"""What carries out a control that relies nobody knows on what may stop without any data."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, CONTROL, DENIES_SOME, DOWN, ENFORCES, RELIANCE_UNSAID

RULE = Rule(
    name="reliance-stops-its-keeper",
    says="{component} carries out {control}, and may stop without what that relies on",
    given=(
        DENIES_SOME(),
        RELIANCE_UNSAID(CONTROL),
        ENFORCES(COMPONENT, CONTROL),
    ),
    then=DOWN(COMPONENT),
)
