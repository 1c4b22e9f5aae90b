"""Whoever has the key with which one holder's data is checked alters theirs."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ALTERS_ONE,
    ASSET,
    CHECKED_ON_ONE,
    INTERFACE,
    KEY,
    KNOWS_ONE,
    TAMPERS,
)

RULE = Rule(
    name="altered-in-flight-of-one-with-the-key-of-one",
    says="on {interface} an alteration of {asset}, those of one holder at a time, is noticed only with {key} of that holder",
    given=(
        TAMPERS(INTERFACE),
        CHECKED_ON_ONE(INTERFACE, ASSET, KEY),
        KNOWS_ONE(KEY),
    ),
    then=ALTERS_ONE(ASSET),
)
