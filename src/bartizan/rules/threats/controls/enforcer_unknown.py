"""A control that nobody knows what carries out may fall with any component."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CONTROL, ENFORCER_UNSAID, OFF, OWNS_SOME

RULE = Rule(
    name="enforcer-unknown",
    says="any component may carry out {control}",
    given=(
        OWNS_SOME(),
        ENFORCER_UNSAID(CONTROL),
    ),
    then=OFF(CONTROL),
)
