"""Whoever may overwrite one holder's stored data alters it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS_ONE, ASSET, CAN_ONE, HELD_IN_USE, PLACEMENT

RULE = Rule(
    name="overwrites-one",
    says="{placement} of that holder can be overwritten unnoticed",
    given=(
        CAN_ONE("overwrite", PLACEMENT),
        HELD_IN_USE(PLACEMENT, ASSET),
    ),
    unless=(Unless("integrity-at-rest", PLACEMENT),),
    then=ALTERS_ONE(ASSET),
)
