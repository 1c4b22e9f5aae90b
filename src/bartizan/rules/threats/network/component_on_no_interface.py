"""To a component of which no interface is said, anybody may connect and do anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, COMPONENT, INTERFACES_UNSAID, OWNS

RULE = Rule(
    name="component-on-no-interface",
    says="the page has no interface of {component}",
    given=(
        ANYWHERE(),
        INTERFACES_UNSAID(COMPONENT),
    ),
    then=OWNS(COMPONENT),
)
