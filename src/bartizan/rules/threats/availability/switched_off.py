"""Whoever controls a component can switch it off."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, COMPONENTS, DOWN, OWNS

RULE = Rule(
    name="switched-off",
    says="{component} can be switched off",
    given=(
        OWNS(COMPONENT),
        COMPONENTS(COMPONENT),
    ),
    then=DOWN(COMPONENT),
)
