"""What cannot be read again is not served."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, GAP, HELD, KEYLESS, PLACEMENT

RULE = Rule(
    name="unreadable-is-not-served",
    says="{placement} cannot be read again",
    given=(
        KEYLESS(PLACEMENT),
        HELD(PLACEMENT, ASSET),
    ),
    then=GAP(PLACEMENT),
)
