"""Everywhere is in each trust domain."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import AT, DOMAIN, DOMAINS, EVERYWHERE

RULE = Rule(
    name="everywhere-in-each-domain",
    says="everywhere includes {domain}",
    given=(
        EVERYWHERE(),
        DOMAINS(DOMAIN),
    ),
    then=AT(DOMAIN),
)
