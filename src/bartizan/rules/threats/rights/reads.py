"""Whoever may read data learns it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, CAN, KNOWS

RULE = Rule(
    name="reads",
    says="{asset} can be read",
    given=(
        CAN("read", ASSET),
        ASSETS(ASSET),
    ),
    then=KNOWS(ASSET),
)
