"""Whoever may copy a stored form has it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CAN, COPIED, EXTRACTABLE, PLACEMENT

RULE = Rule(
    name="copies-a-copy",
    says="{placement} can be taken out",
    given=(
        CAN("copy", PLACEMENT),
        EXTRACTABLE(PLACEMENT),
    ),
    then=COPIED(PLACEMENT),
)
