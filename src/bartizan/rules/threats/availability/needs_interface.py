"""A component stops without an interface that it needs."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, CUTS, DOWN, INTERFACE, NEEDS_INTERFACE

RULE = Rule(
    name="needs-interface",
    says="{component} cannot work without {interface}",
    given=(
        CUTS(INTERFACE),
        NEEDS_INTERFACE(COMPONENT, INTERFACE),
    ),
    then=DOWN(COMPONENT),
)
