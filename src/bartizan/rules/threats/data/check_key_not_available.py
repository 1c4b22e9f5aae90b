"""What is checked is refused without the key of the check."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CHECKED, DENIES, GAP, KEY, PLACEMENT

RULE = Rule(
    name="check-key-not-available",
    says="{placement} is checked with {key}, which is not available",
    given=(
        DENIES(KEY),
        CHECKED(PLACEMENT, ASSET, KEY),
    ),
    then=GAP(PLACEMENT),
)
