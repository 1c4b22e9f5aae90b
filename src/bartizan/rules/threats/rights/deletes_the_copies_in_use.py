"""Whoever may delete data destroys the copies from which it is served."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CAN, HELD_IN_USE, LOST, PLACEMENT

RULE = Rule(
    name="deletes-the-copies-in-use",
    says="{asset} can be deleted, and with it {placement}",
    given=(
        CAN("delete", ASSET),
        HELD_IN_USE(PLACEMENT, ASSET),
    ),
    then=LOST(PLACEMENT),
)
