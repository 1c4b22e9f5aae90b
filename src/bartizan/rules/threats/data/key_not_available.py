"""What is encrypted is not served without its key."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, DENIES, GAP, KEY, PLACEMENT, SEALED

RULE = Rule(
    name="key-not-available",
    says="{placement} is encrypted with {key}, which is not available",
    given=(
        DENIES(KEY),
        SEALED(PLACEMENT, ASSET, KEY),
    ),
    then=GAP(PLACEMENT),
)
