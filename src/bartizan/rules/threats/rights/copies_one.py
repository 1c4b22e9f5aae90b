"""Whoever may copy one holder's stored data learns it where it is not encrypted."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ASSET, CAN_ONE, EXTRACTABLE, HELD, KNOWS_ONE, PLACEMENT

RULE = Rule(
    name="copies-one",
    says="{placement} of that holder can be taken out and is not encrypted",
    given=(
        CAN_ONE("copy", PLACEMENT),
        HELD(PLACEMENT, ASSET),
        EXTRACTABLE(PLACEMENT),
    ),
    unless=(Unless("encryption-at-rest", PLACEMENT),),
    then=KNOWS_ONE(ASSET),
)
