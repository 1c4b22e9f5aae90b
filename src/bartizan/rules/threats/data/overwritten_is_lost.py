"""What is overwritten is destroyed."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, HELD, LOST, OVERWROTE, PLACEMENT

RULE = Rule(
    name="overwritten-is-lost",
    says="{placement} is overwritten",
    given=(
        OVERWROTE(PLACEMENT),
        HELD(PLACEMENT, ASSET),
    ),
    then=LOST(PLACEMENT),
)
