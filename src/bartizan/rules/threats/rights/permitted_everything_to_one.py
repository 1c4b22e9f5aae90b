"""One holder who may do something to all of a store can do it to all."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    COMMANDS,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    LISTENS,
    PERMITS_ALL,
    SPEAKS_ONE,
    VERB,
)

RULE = Rule(
    name="permitted-everything-to-one",
    says="{credential} lets each holder {verb} all of {component}",
    given=(
        SPEAKS_ONE(INTERFACE, CREDENTIAL),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
        LISTENS(COMPONENT, INTERFACE),
        PERMITS_ALL(CREDENTIAL, COMPONENT, VERB),
    ),
    then=COMMANDS(VERB, COMPONENT),
)
