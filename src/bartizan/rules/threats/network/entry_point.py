"""Whoever can send traffic where an interface is served can reach it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import AT, DOMAIN, INTERFACE, REACHES, SERVES

RULE = Rule(
    name="entry-point",
    says="{interface} can be reached from {domain}",
    given=(
        AT(DOMAIN),
        SERVES(INTERFACE, DOMAIN),
    ),
    then=REACHES(INTERFACE),
)
