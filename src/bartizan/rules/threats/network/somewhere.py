"""Whoever can send traffic in a trust domain can send it somewhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, AT, DOMAIN, DOMAINS

RULE = Rule(
    name="somewhere",
    says="{domain} is somewhere",
    given=(
        AT(DOMAIN),
        DOMAINS(DOMAIN),
    ),
    then=ANYWHERE(),
)
