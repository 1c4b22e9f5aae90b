"""Whoever controls a component can send traffic somewhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, COMPONENT, COMPONENTS, OWNS

RULE = Rule(
    name="somewhere-on-a-component",
    says="{component} can send traffic",
    given=(
        OWNS(COMPONENT),
        COMPONENTS(COMPONENT),
    ),
    then=ANYWHERE(),
)
