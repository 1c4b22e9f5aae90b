"""Whoever sees what an interface carries learns it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CARRIES, INTERFACE, KNOWS, TAPS

RULE = Rule(
    name="seen-in-flight",
    says="{interface} carries {asset}",
    given=(
        TAPS(INTERFACE),
        CARRIES(INTERFACE, ASSET),
    ),
    then=KNOWS(ASSET),
)
