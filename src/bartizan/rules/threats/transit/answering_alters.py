"""Whoever answers decides what comes back."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import INTERFACE, INTERFACES, ROGUE, TAMPERS

RULE = Rule(
    name="answering-alters",
    says="whatever {interface} brings comes from there",
    given=(
        ROGUE(INTERFACE),
        INTERFACES(INTERFACE),
    ),
    then=TAMPERS(INTERFACE),
)
