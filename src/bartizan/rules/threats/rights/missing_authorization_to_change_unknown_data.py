"""Where nobody asks what somebody may do and nobody says with what, it may be changing anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import CHANGED_ANYTHING, INSIDE, INTERFACE, LOAD_UNSAID

RULE = Rule(
    name="missing-authorization-to-change-unknown-data",
    says="{interface} may take in anything",
    given=(
        INSIDE(INTERFACE),
        LOAD_UNSAID(INTERFACE),
    ),
    unless=(Unless("authorization", INTERFACE),),
    then=CHANGED_ANYTHING(),
)
