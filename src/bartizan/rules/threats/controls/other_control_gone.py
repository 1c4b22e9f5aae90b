"""A control does not hold without another that it relies on."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CONTROL, OFF, OTHER_CONTROL, RELIES_ON_OTHERS

RULE = Rule(
    name="other-control-gone",
    says="{control} holds only while {other-control} does",
    given=(
        OFF(OTHER_CONTROL),
        RELIES_ON_OTHERS(CONTROL, OTHER_CONTROL),
    ),
    then=OFF(CONTROL),
)
