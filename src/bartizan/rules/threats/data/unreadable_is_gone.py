"""What cannot be read again is as good as destroyed."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, GONE, HELD, KEYLESS, PLACEMENT

RULE = Rule(
    name="unreadable-is-gone",
    says="{placement} cannot be read again",
    given=(
        KEYLESS(PLACEMENT),
        HELD(PLACEMENT, ASSET),
    ),
    then=GONE(PLACEMENT),
)
