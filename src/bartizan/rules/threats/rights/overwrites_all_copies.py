"""Whoever may overwrite everything in a store overwrites each thing in it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, KEPT_IN, OVERWROTE, PLACEMENT

RULE = Rule(
    name="overwrites-all-copies",
    says="{placement} is kept in {component}",
    given=(
        COMMANDS("overwrite", COMPONENT),
        KEPT_IN(PLACEMENT, COMPONENT),
    ),
    then=OVERWROTE(PLACEMENT),
)
