"""Whoever controls the listener answers."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, LISTENS, OWNS, ROGUE

RULE = Rule(
    name="listener-answers",
    says="{component} listens on {interface}",
    given=(
        OWNS(COMPONENT),
        LISTENS(COMPONENT, INTERFACE),
    ),
    then=ROGUE(INTERFACE),
)
