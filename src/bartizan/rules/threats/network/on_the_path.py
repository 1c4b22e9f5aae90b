"""Whoever can send traffic in a network may sit on the path of what runs over it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import AT, DOMAIN, HEARS, INTERFACE, RUNS_OVER

RULE = Rule(
    name="on-the-path",
    says="{interface} runs over {domain}",
    given=(
        AT(DOMAIN),
        RUNS_OVER(INTERFACE, DOMAIN),
    ),
    unless=(
        Unless("isolation", DOMAIN, where_said=True),
        Unless("isolation", INTERFACE, where_said=True),
    ),
    then=HEARS(INTERFACE),
)
