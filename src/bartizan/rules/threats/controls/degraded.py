"""A degraded control does not hold."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CONTROL, CONTROLS, DEGRADED, OFF

RULE = Rule(
    name="degraded",
    says="{control} is degraded",
    given=(
        CONTROLS(CONTROL),
        DEGRADED(CONTROL),
    ),
    then=OFF(CONTROL),
)
