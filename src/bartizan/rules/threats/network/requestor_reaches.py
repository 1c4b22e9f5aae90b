"""Whoever controls a component reaches what it opens."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, OWNS, REACHES, REQUESTS

RULE = Rule(
    name="requestor-reaches",
    says="{component} opens {interface}",
    given=(
        OWNS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
    ),
    then=REACHES(INTERFACE),
)
