"""Whoever is in an inner trust domain is in the one around it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import AT, BEYOND, DOMAIN, LIES_WITHIN

RULE = Rule(
    name="outwards",
    says="{domain} lies within {beyond}",
    given=(
        AT(DOMAIN),
        LIES_WITHIN(DOMAIN, BEYOND),
    ),
    then=AT(BEYOND),
)
