"""An interface that leads nobody knows where may lead to any store."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import INTERFACE, LISTENER_UNSAID, MASTERS_ANY, REACHES

RULE = Rule(
    name="listener-unknown",
    says="{interface} may lead to any store",
    given=(
        REACHES(INTERFACE),
        LISTENER_UNSAID(INTERFACE),
    ),
    then=MASTERS_ANY(),
)
