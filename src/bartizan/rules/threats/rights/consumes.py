"""What is used up is not there for others."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, CAN, DENIES

RULE = Rule(
    name="consumes",
    says="{asset} can be used up",
    given=(
        CAN("consume", ASSET),
        ASSETS(ASSET),
    ),
    then=DENIES(ASSET),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-770",
        "CWE-400",
        "CAPEC-130",
        "T1499",
    ),
    ask="Who can use up {asset} of others?",
    advice="Count against whoever asks, and keep a share that nobody can take.",
)
