"""A store that does not work serves nothing."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, DOWN, GAP, KEPT_IN, PLACEMENT

RULE = Rule(
    name="store-down",
    says="{component}, which keeps {placement}, does not work",
    given=(
        DOWN(COMPONENT),
        KEPT_IN(PLACEMENT, COMPONENT),
    ),
    then=GAP(PLACEMENT),
)
