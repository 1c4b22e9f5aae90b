"""A component stops without data that it needs."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, COMPONENT, DENIES, DOWN, NEEDS_ASSET

RULE = Rule(
    name="needs-data",
    says="{component} cannot work without {asset}",
    given=(
        DENIES(ASSET),
        NEEDS_ASSET(COMPONENT, ASSET),
    ),
    then=DOWN(COMPONENT),
)
