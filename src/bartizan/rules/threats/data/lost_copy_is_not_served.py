"""What is destroyed is not served."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, GAP, HELD, LOST, PLACEMENT

RULE = Rule(
    name="lost-copy-is-not-served",
    says="{placement} is destroyed",
    given=(
        LOST(PLACEMENT),
        HELD(PLACEMENT, ASSET),
    ),
    then=GAP(PLACEMENT),
)
