"""What is checked is refused with a wrong key of the check."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CHECKED, GAP, KEY, PLACEMENT

RULE = Rule(
    name="check-key-wrong",
    says="{placement} is checked with {key}, which was altered",
    given=(ALTERS(KEY), CHECKED(PLACEMENT, ASSET, KEY)),
    then=GAP(PLACEMENT),
)
