"""Whoever may delete data makes it unavailable."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, CAN, DENIES

RULE = Rule(
    name="deletes",
    says="{asset} can be deleted",
    given=(
        CAN("delete", ASSET),
        ASSETS(ASSET),
    ),
    then=DENIES(ASSET),
)
