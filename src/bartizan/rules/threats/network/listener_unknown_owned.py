"""An interface that leads nobody knows where may lead to any component, with any bug."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import INSIDE, INTERFACE, LISTENER_UNSAID, OWNS_ANY

RULE = Rule(
    name="listener-unknown-owned",
    says="{interface} may lead to any component",
    given=(
        INSIDE(INTERFACE),
        LISTENER_UNSAID(INTERFACE),
    ),
    unless=(Unless("authorization", INTERFACE),),
    then=OWNS_ANY(),
)
