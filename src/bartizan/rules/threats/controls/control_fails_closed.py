"""What carries out a control that fails closed stops without its data."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CLOSES_WITHOUT, COMPONENT, CONTROL, DENIES, DOWN

RULE = Rule(
    name="control-fails-closed",
    says="{component} stops when {asset} is not there",
    given=(
        DENIES(ASSET),
        CLOSES_WITHOUT(CONTROL, ASSET, COMPONENT),
    ),
    then=DOWN(COMPONENT),
)
