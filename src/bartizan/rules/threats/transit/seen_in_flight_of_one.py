"""Whoever sees what an interface carries learns those in view."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CARRIES_ONE, INTERFACE, KNOWS_ONE, TAPS

RULE = Rule(
    name="seen-in-flight-of-one",
    says="{interface} carries {asset}, those of one holder at a time",
    given=(
        TAPS(INTERFACE),
        CARRIES_ONE(INTERFACE, ASSET),
    ),
    then=KNOWS_ONE(ASSET),
)
