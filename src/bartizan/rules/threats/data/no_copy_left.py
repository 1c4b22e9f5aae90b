"""Data of which no copy is left is lost."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Every, Unless
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, DESTROYS, GONE, HELD, PLACEMENT

RULE = Rule(
    name="no-copy-left",
    says="no other copy of {asset} is left",
    given=(
        ASSETS(ASSET),
        Every(GONE(PLACEMENT), HELD(PLACEMENT, ASSET)),
    ),
    unless=(Unless("backup", ASSET),),
    then=DESTROYS(ASSET),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-693",
        "T1485",
    ),
    ask="Is there a copy of {asset} that those who can destroy it cannot reach?",
    advice="Keep a backup apart, and try the restore.",
)
