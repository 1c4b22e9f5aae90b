"""A control that relies on data does not hold once that is altered."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CONTROL, OFF, RELIES_ON_TRUE

RULE = Rule(
    name="data-of-control-altered",
    says="{control} holds only while {asset} is what it should be",
    given=(
        ALTERS(ASSET),
        RELIES_ON_TRUE(CONTROL, ASSET),
    ),
    then=OFF(CONTROL),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-15",
        "CWE-863",
        "T1556",
    ),
    ask="Who can change {asset}, on which {control} relies?",
    advice="Protect {asset} at least as well as what {control} protects.",
)
