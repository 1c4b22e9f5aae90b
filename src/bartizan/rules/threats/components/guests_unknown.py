"""A host of which nobody says what runs on it may hold any component."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, GUESTS_UNSAID, OWNS, OWNS_ANY

RULE = Rule(
    name="guests-unknown",
    says="any component may be on {component}",
    given=(
        OWNS(COMPONENT),
        GUESTS_UNSAID(COMPONENT),
    ),
    then=OWNS_ANY(),
)
