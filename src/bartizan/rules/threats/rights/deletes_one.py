"""Whoever may delete one holder's data takes it from them."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, CAN_ONE, DENIES_ONE

RULE = Rule(
    name="deletes-one",
    says="{asset} of that holder can be deleted",
    given=(
        CAN_ONE("delete", ASSET),
        ASSETS(ASSET),
    ),
    then=DENIES_ONE(ASSET),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-693",
        "T1485",
    ),
    ask="Can one holder's {asset} be brought back after somebody else deleted it?",
    advice="Delete softly, with time to restore, and tell the holder.",
)
