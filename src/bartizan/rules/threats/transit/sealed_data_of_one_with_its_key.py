"""Whoever has the key of what is sent encrypted, of one holder at a time, reads what passes."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ASSET,
    CARRIES_SEALED_ONE,
    INTERFACE,
    KEY,
    KNOWS,
    KNOWS_ONE,
    TAPS,
)

RULE = Rule(
    name="sealed-data-of-one-with-its-key",
    says="{interface} carries {asset}, those of one holder at a time, encrypted with {key}",
    given=(
        TAPS(INTERFACE),
        CARRIES_SEALED_ONE(INTERFACE, ASSET, KEY),
        KNOWS(KEY),
    ),
    then=KNOWS_ONE(ASSET),
)
