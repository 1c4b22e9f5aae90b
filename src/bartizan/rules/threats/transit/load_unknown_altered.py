"""Whoever changes an interface of which nothing is said may change anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CHANGED_ANYTHING, INTERFACE, LOAD_UNSAID, TAMPERS

RULE = Rule(
    name="load-unknown-altered",
    says="{interface} may carry anything",
    given=(
        TAMPERS(INTERFACE),
        LOAD_UNSAID(INTERFACE),
    ),
    then=CHANGED_ANYTHING(),
)
