"""Whoever may write one holder's data alters that."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS_ONE, ASSET, ASSETS, CAN_ONE

RULE = Rule(
    name="writes-one",
    says="{asset} of that holder can be written",
    given=(
        CAN_ONE("write", ASSET),
        ASSETS(ASSET),
    ),
    then=ALTERS_ONE(ASSET),
)
