"""Whoever may erase everything in a store destroys each thing in it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, KEPT_IN, LOST, PLACEMENT

RULE = Rule(
    name="erases-all-copies",
    says="{placement} is kept in {component}",
    given=(
        COMMANDS("erase", COMPONENT),
        KEPT_IN(PLACEMENT, COMPONENT),
    ),
    then=LOST(PLACEMENT),
)
