"""A control that fails open does not hold without its data."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CONTROL, DENIES, OFF, OPENS_WITHOUT

RULE = Rule(
    name="control-fails-open",
    says="{control} lets everything through when {asset} is not there",
    given=(
        DENIES(ASSET),
        OPENS_WITHOUT(CONTROL, ASSET),
    ),
    then=OFF(CONTROL),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=("CWE-636",),
    ask="Should {control} really let everything through without {asset}?",
    advice="Let it fail closed.",
)
