"""Whoever may read one holder's data learns that."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, CAN_ONE, KNOWS_ONE

RULE = Rule(
    name="reads-one",
    says="{asset} of that holder can be read",
    given=(
        CAN_ONE("read", ASSET),
        ASSETS(ASSET),
    ),
    then=KNOWS_ONE(ASSET),
)
