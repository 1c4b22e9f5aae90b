"""Whoever may copy one holder's stored data and use that holder's key learns it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CAN_ONE, EXTRACTABLE, KEY, KNOWS_ONE, PLACEMENT, SEALED

RULE = Rule(
    name="copies-one-with-use-of-its-key",
    says="{placement} of that holder is encrypted with {key}, which can be used",
    given=(
        CAN_ONE("copy", PLACEMENT),
        EXTRACTABLE(PLACEMENT),
        SEALED(PLACEMENT, ASSET, KEY),
        CAN_ONE("use", KEY),
    ),
    then=KNOWS_ONE(ASSET),
)
