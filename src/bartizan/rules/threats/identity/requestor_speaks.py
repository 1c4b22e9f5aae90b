"""Whoever controls a component speaks as what it speaks as."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_SHARED,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    OWNS,
    REQUESTS,
    SPEAKS,
)

RULE = Rule(
    name="requestor-speaks",
    says="{component} shows {credential} on {interface}",
    given=(
        OWNS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
        ACCEPTS_SHARED(INTERFACE, CREDENTIAL),
    ),
    then=SPEAKS(INTERFACE, CREDENTIAL),
)
