"""Whoever may have seen anything may have seen each thing."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, HEARD_ANYTHING, KNOWS

RULE = Rule(
    name="anything-heard",
    says="{asset} may be among what it carries",
    given=(
        HEARD_ANYTHING(),
        ASSETS(ASSET),
    ),
    then=KNOWS(ASSET),
)
