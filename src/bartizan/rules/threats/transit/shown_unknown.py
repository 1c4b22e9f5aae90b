"""Whoever sees what an interface carries sees what is shown over it, whatever that is."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import INTERFACE, SHOWN_ANYTHING, SHOWN_UNSAID, TAPS

RULE = Rule(
    name="shown-unknown",
    says="nothing says what is shown over {interface} to tell who connects",
    given=(
        TAPS(INTERFACE),
        SHOWN_UNSAID(INTERFACE),
    ),
    then=SHOWN_ANYTHING(),
)
