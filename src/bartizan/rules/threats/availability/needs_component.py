"""A component stops without another that it needs."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, DOWN, NEEDS_COMPONENT, OTHER

RULE = Rule(
    name="needs-component",
    says="{component} cannot work without {other}",
    given=(
        DOWN(OTHER),
        NEEDS_COMPONENT(COMPONENT, OTHER),
    ),
    then=DOWN(COMPONENT),
)
