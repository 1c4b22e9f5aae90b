"""What is destroyed is gone."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, GONE, HELD, LOST, PLACEMENT

RULE = Rule(
    name="destroyed-is-gone",
    says="{placement} is destroyed",
    given=(
        LOST(PLACEMENT),
        HELD(PLACEMENT, ASSET),
    ),
    then=GONE(PLACEMENT),
)
