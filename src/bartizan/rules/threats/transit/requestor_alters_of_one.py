"""Whoever controls the requestor decides what is sent of those whose data passes through it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ALTERS_ONE,
    ASSET,
    COMPONENT,
    INTERFACE,
    OWNS,
    REQUESTS,
    SENT_ONE,
)

RULE = Rule(
    name="requestor-alters-of-one",
    says="{component} sends {asset} of its users over {interface}",
    given=(
        OWNS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
        SENT_ONE(INTERFACE, ASSET),
    ),
    then=ALTERS_ONE(ASSET),
)
