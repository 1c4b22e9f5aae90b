"""Whoever may write data alters it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, ASSETS, CAN

RULE = Rule(
    name="writes",
    says="{asset} can be written",
    given=(
        CAN("write", ASSET),
        ASSETS(ASSET),
    ),
    then=ALTERS(ASSET),
)
