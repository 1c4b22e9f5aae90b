"""Whoever controls the requestor of an interface of which nothing is said may send anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    CHANGED_ANYTHING,
    COMPONENT,
    INTERFACE,
    LOAD_UNSAID,
    OWNS,
    REQUESTS,
)

RULE = Rule(
    name="requestor-sends-unknown",
    says="{component} may send anything over {interface}",
    given=(
        OWNS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
        LOAD_UNSAID(INTERFACE),
    ),
    then=CHANGED_ANYTHING(),
)
