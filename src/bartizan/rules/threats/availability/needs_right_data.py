"""A component stops when data that it needs is wrong."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, COMPONENT, DOWN, NEEDS_ASSET

RULE = Rule(
    name="needs-right-data",
    says="{component} cannot work when {asset} is wrong",
    given=(
        ALTERS(ASSET),
        NEEDS_ASSET(COMPONENT, ASSET),
    ),
    then=DOWN(COMPONENT),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=("CWE-15",),
    ask="What does {component} do when {asset} is wrong?",
    advice="Keep the last good value, and say clearly what is wrong.",
)
