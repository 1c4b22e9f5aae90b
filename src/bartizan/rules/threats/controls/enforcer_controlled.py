"""A control does not hold against whoever controls what carries it out."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, CONTROL, ENFORCES, OFF, OWNS

RULE = Rule(
    name="enforcer-controlled",
    says="{component} carries out {control}",
    given=(
        OWNS(COMPONENT),
        ENFORCES(COMPONENT, CONTROL),
    ),
    then=OFF(CONTROL),
)
