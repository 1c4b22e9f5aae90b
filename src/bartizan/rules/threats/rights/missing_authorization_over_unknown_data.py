"""Where nobody asks what somebody may do and nobody says with what, it may be reading anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import HEARD_ANYTHING, INSIDE, INTERFACE, LOAD_UNSAID

RULE = Rule(
    name="missing-authorization-over-unknown-data",
    says="{interface} may hand out anything",
    given=(
        INSIDE(INTERFACE),
        LOAD_UNSAID(INTERFACE),
    ),
    unless=(Unless("authorization", INTERFACE),),
    then=HEARD_ANYTHING(),
)
