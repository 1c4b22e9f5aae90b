"""A control may fail open where nothing is said."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CONTROL, DENIES, LOSS_UNSAID, OFF

RULE = Rule(
    name="control-perhaps-fails-open",
    says="{control} may let everything through when {asset} is not there",
    given=(
        DENIES(ASSET),
        LOSS_UNSAID(CONTROL, ASSET),
    ),
    then=OFF(CONTROL),
)
