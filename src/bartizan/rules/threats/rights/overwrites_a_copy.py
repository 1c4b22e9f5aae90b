"""Whoever may overwrite a stored form overwrites it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CAN, HELD, OVERWROTE, PLACEMENT

RULE = Rule(
    name="overwrites-a-copy",
    says="{placement} can be overwritten",
    given=(
        CAN("overwrite", PLACEMENT),
        HELD(PLACEMENT, ASSET),
    ),
    then=OVERWROTE(PLACEMENT),
)
