"""Whoever sees an interface of which nothing is said may see anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import HEARD_ANYTHING, INTERFACE, LOAD_UNSAID, TAPS

RULE = Rule(
    name="load-unknown",
    says="{interface} may carry anything",
    given=(
        TAPS(INTERFACE),
        LOAD_UNSAID(INTERFACE),
    ),
    then=HEARD_ANYTHING(),
)
