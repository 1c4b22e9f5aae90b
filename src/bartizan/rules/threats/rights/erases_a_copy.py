"""Whoever may erase a stored form destroys it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CAN, HELD, LOST, PLACEMENT

RULE = Rule(
    name="erases-a-copy",
    says="{placement} can be erased",
    given=(
        CAN("erase", PLACEMENT),
        HELD(PLACEMENT, ASSET),
    ),
    then=LOST(PLACEMENT),
)
