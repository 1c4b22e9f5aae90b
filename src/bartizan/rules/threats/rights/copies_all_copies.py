"""Whoever may copy everything in a store has each thing in it that can be taken out."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, COPIED, EXTRACTABLE, KEPT_IN, PLACEMENT

RULE = Rule(
    name="copies-all-copies",
    says="{placement} is kept in {component}",
    given=(
        COMMANDS("copy", COMPONENT),
        KEPT_IN(PLACEMENT, COMPONENT),
        EXTRACTABLE(PLACEMENT),
    ),
    then=COPIED(PLACEMENT),
)
