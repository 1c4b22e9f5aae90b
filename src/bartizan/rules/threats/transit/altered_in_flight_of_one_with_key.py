"""Whoever has the key of a check alters what it checks of one holder at a time."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ALTERS_ONE,
    ASSET,
    CHECKED_ON_ONE,
    INTERFACE,
    KEY,
    KNOWS,
    TAMPERS,
)

RULE = Rule(
    name="altered-in-flight-of-one-with-key",
    says="on {interface} an alteration of {asset}, those of one holder at a time, is noticed only with {key}",
    given=(
        TAMPERS(INTERFACE),
        CHECKED_ON_ONE(INTERFACE, ASSET, KEY),
        KNOWS(KEY),
    ),
    then=ALTERS_ONE(ASSET),
)
