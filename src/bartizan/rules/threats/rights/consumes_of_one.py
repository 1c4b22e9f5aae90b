"""What is used up of one holder is not there for them."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CAN_ONE, DENIES_ONE, ONE_PER

RULE = Rule(
    name="consumes-of-one",
    says="{asset} of that holder can be used up",
    given=(
        CAN_ONE("consume", ASSET),
        ONE_PER(ASSET),
    ),
    then=DENIES_ONE(ASSET),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-770",
        "CWE-400",
    ),
    ask="Who can use up {asset} of others?",
    advice="Count against whoever asks, and keep a share that nobody can take.",
)
