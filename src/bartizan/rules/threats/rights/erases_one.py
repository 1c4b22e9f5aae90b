"""Whoever may erase one holder's stored data takes it from them."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CAN_ONE, DENIES_ONE, HELD_IN_USE, PLACEMENT

RULE = Rule(
    name="erases-one",
    says="{placement} of that holder can be erased",
    given=(
        CAN_ONE("erase", PLACEMENT),
        HELD_IN_USE(PLACEMENT, ASSET),
    ),
    then=DENIES_ONE(ASSET),
)
