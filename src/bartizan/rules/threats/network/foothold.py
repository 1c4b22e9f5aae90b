"""Whoever controls a component can send traffic from where it lies."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import AT, COMPONENT, DOMAIN, LIES_IN, OWNS

RULE = Rule(
    name="foothold",
    says="{component} lies in {domain}",
    given=(
        OWNS(COMPONENT),
        LIES_IN(COMPONENT, DOMAIN),
    ),
    then=AT(DOMAIN),
)
