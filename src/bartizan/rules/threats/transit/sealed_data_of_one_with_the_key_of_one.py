"""Whoever has the key of one holder reads what passes of theirs."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CARRIES_SEALED_ONE, INTERFACE, KEY, KNOWS_ONE, TAPS

RULE = Rule(
    name="sealed-data-of-one-with-the-key-of-one",
    says="{interface} carries {asset}, those of one holder at a time, encrypted with {key} of that holder",
    given=(
        TAPS(INTERFACE),
        CARRIES_SEALED_ONE(INTERFACE, ASSET, KEY),
        KNOWS_ONE(KEY),
    ),
    then=KNOWS_ONE(ASSET),
)
