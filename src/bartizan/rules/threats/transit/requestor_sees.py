"""Whoever controls the requestor sees what travels."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, OWNS, REQUESTS, TAPS

RULE = Rule(
    name="requestor-sees",
    says="{component} opens {interface}",
    given=(
        OWNS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
    ),
    then=TAPS(INTERFACE),
)
