"""Whoever controls the requestor decides what is sent."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, COMPONENT, INTERFACE, OWNS, REQUESTS, SENT

RULE = Rule(
    name="requestor-alters",
    says="{component} sends {asset} over {interface}",
    given=(
        OWNS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
        SENT(INTERFACE, ASSET),
    ),
    then=ALTERS(ASSET),
)
