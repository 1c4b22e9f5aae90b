"""Whoever has the key of one holder reads what is the same for all and is encrypted for each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CARRIES_SEALED, INTERFACE, KEY, KNOWS, KNOWS_ONE, TAPS

RULE = Rule(
    name="sealed-data-with-the-key-of-one",
    says="{interface} carries {asset} encrypted with {key} of one holder at a time",
    given=(
        TAPS(INTERFACE),
        CARRIES_SEALED(INTERFACE, ASSET, KEY),
        KNOWS_ONE(KEY),
    ),
    then=KNOWS(ASSET),
)
