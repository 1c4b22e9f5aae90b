"""Whoever has the key of a check alters what it checks."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CHECKED_ON, INTERFACE, KEY, KNOWS, TAMPERS

RULE = Rule(
    name="altered-in-flight-with-key",
    says="on {interface} an alteration of {asset} is noticed only with {key}",
    given=(
        TAMPERS(INTERFACE),
        CHECKED_ON(INTERFACE, ASSET, KEY),
        KNOWS(KEY),
    ),
    then=ALTERS(ASSET),
)
