"""A component of which nobody says what it is may be anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, KIND_UNSAID, LISTENS, OWNS, REACHES

RULE = Rule(
    name="kind-unknown",
    says="{component}, which listens on {interface}, may be anything",
    given=(
        REACHES(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
        KIND_UNSAID(COMPONENT),
    ),
    then=OWNS(COMPONENT),
)
