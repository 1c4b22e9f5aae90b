"""What somebody answers reaches whoever asked."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, FEEDS, INTERFACE, REQUESTS, ROGUE

RULE = Rule(
    name="answer-arrives",
    says="{component} opens {interface}",
    given=(
        ROGUE(INTERFACE),
        REQUESTS(COMPONENT, INTERFACE),
    ),
    then=FEEDS(COMPONENT),
)
