"""What somebody sends reaches whoever listens there."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, FEEDS, INTERFACE, LISTENS, REACHES

RULE = Rule(
    name="request-arrives",
    says="{component} listens on {interface}",
    given=(
        REACHES(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
    ),
    then=FEEDS(COMPONENT),
)
