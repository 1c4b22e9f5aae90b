"""Data that can be deleted, and that is kept nobody knows where, may be lost for good."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ASSET, CAN, DESTROYS, HOLDING_UNSAID

RULE = Rule(
    name="deletes-for-good",
    says="{asset} can be deleted, and nothing says that another copy is left",
    given=(
        CAN("delete", ASSET),
        HOLDING_UNSAID(ASSET),
    ),
    unless=(Unless("backup", ASSET),),
    then=DESTROYS(ASSET),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-693",
        "T1485",
    ),
    ask="Can {asset} be restored after somebody deleted it, and how long after?",
    advice="Keep a backup out of reach of whoever may delete, or delete softly with time to restore.",
)
