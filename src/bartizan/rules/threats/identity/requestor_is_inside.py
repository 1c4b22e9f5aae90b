"""Whoever controls a component is let in where it is."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INSIDE, INTERFACE, OWNS, REQUESTS

RULE = Rule(
    name="requestor-is-inside",
    says="{component} is let in on {interface}",
    given=(
        OWNS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
    ),
    then=INSIDE(INTERFACE),
)
