"""Whoever controls a host controls what is on it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, HOSTS, OTHER, OWNS

RULE = Rule(
    name="host-controls-guests",
    says="{other} is on {component}",
    given=(
        OWNS(COMPONENT),
        HOSTS(COMPONENT, OTHER),
    ),
    then=OWNS(OTHER),
)
