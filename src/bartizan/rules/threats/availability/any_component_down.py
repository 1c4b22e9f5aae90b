"""Where any component may stop, each may."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, DOWN, DOWN_ANY, SOFTWARE

RULE = Rule(
    name="any-component-down",
    says="{component} may be that component",
    given=(
        DOWN_ANY(),
        SOFTWARE(COMPONENT),
    ),
    then=DOWN(COMPONENT),
)
