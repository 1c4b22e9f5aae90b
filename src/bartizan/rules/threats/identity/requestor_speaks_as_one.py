"""Whoever controls a component speaks as those whose credentials pass through it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    OWNS,
    REQUESTS,
    SPEAKS_ONE,
)

RULE = Rule(
    name="requestor-speaks-as-one",
    says="{component} shows {credential} of its users on {interface}",
    given=(
        OWNS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
    ),
    then=SPEAKS_ONE(INTERFACE, CREDENTIAL),
)
