"""Whoever answers sees what arrives."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import INTERFACE, INTERFACES, ROGUE, TAPS

RULE = Rule(
    name="answering-sees",
    says="whatever {interface} carries arrives there",
    given=(
        ROGUE(INTERFACE),
        INTERFACES(INTERFACE),
    ),
    then=TAPS(INTERFACE),
)
