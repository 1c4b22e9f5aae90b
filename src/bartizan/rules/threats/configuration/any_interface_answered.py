"""Whoever may answer on any interface may answer on each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANSWERS_ANY, INTERFACE, INTERFACES, ROGUE

RULE = Rule(
    name="any-interface-answered",
    says="{interface} may be that interface",
    given=(
        ANSWERS_ANY(),
        INTERFACES(INTERFACE),
    ),
    then=ROGUE(INTERFACE),
)
