"""What somebody answers reaches nobody knows whom where nobody says who asked."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import FEEDS_ANY, INTERFACE, REQUESTOR_UNSAID, ROGUE

RULE = Rule(
    name="answer-arrives-somewhere",
    says="any component may open {interface}",
    given=(
        ROGUE(INTERFACE),
        REQUESTOR_UNSAID(INTERFACE),
    ),
    then=FEEDS_ANY(),
)
