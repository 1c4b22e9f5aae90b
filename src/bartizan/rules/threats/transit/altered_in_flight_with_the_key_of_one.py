"""Whoever has the key of one holder alters what is the same for all and is checked for each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CHECKED_ON, INTERFACE, KEY, KNOWS_ONE, TAMPERS

RULE = Rule(
    name="altered-in-flight-with-the-key-of-one",
    says="on {interface} an alteration of {asset} is noticed only with {key} of one holder at a time",
    given=(
        TAMPERS(INTERFACE),
        CHECKED_ON(INTERFACE, ASSET, KEY),
        KNOWS_ONE(KEY),
    ),
    then=ALTERS(ASSET),
)
