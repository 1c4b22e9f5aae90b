"""Whoever stands in a trust domain can send traffic there."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, AT, DOMAIN, STANDS_IN

RULE = Rule(
    name="stands-in-domain",
    says="{actor} stands in {domain}",
    given=(
        ACTS(ACTOR),
        STANDS_IN(ACTOR, DOMAIN),
    ),
    then=AT(DOMAIN),
)
