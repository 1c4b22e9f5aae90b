"""A control that relies on a secret does not hold against whoever knows it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CONTROL, KNOWS, OFF, RELIES_ON_SECRET

RULE = Rule(
    name="secret-of-control-known",
    says="{control} holds only while {asset} is secret",
    given=(
        KNOWS(ASSET),
        RELIES_ON_SECRET(CONTROL, ASSET),
    ),
    then=OFF(CONTROL),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-653",
        "CWE-522",
    ),
    ask="What does {control} protect once {asset} is known?",
    advice="Keep {asset} apart from what {control} protects.",
)
