"""What one holder can use up of what all share is not there for others."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CAN_ONE, DENIES, SHARED

RULE = Rule(
    name="consumes-what-all-share",
    says="one holder can use up {asset}, which all share",
    given=(
        CAN_ONE("consume", ASSET),
        SHARED(ASSET),
    ),
    then=DENIES(ASSET),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-770",
        "CWE-400",
    ),
    ask="Can one holder use up {asset}, which all share?",
    advice="Count against whoever asks, and keep a share that nobody can take.",
)
