"""An interface that leads nobody knows where may lead to any component that can be flooded."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import DOWN_ANY, INTERFACE, LISTENER_UNSAID, REACHES

RULE = Rule(
    name="unknown-listener-flooded",
    says="{interface} may lead to any component",
    given=(
        REACHES(INTERFACE),
        LISTENER_UNSAID(INTERFACE),
    ),
    unless=(Unless("rate-limit", INTERFACE),),
    then=DOWN_ANY(),
)
