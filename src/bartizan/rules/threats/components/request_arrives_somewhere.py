"""What somebody sends reaches nobody knows whom where nobody says who listens."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import FEEDS_ANY, INTERFACE, LISTENER_UNSAID, REACHES

RULE = Rule(
    name="request-arrives-somewhere",
    says="{interface} may lead to any component",
    given=(
        REACHES(INTERFACE),
        LISTENER_UNSAID(INTERFACE),
    ),
    then=FEEDS_ANY(),
)
