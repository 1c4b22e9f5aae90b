"""Whoever is let in as a principal that may do something to all of a store can do it to all."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS,
    COMMANDS,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    LISTENS,
    PERMITS_ALL,
    SPEAKS,
    VERB,
)

RULE = Rule(
    name="permitted-everything",
    says="{credential} lets its holder {verb} all of {component}",
    given=(
        SPEAKS(INTERFACE, CREDENTIAL),
        ACCEPTS(INTERFACE, CREDENTIAL),
        LISTENS(COMPONENT, INTERFACE),
        PERMITS_ALL(CREDENTIAL, COMPONENT, VERB),
    ),
    then=COMMANDS(VERB, COMPONENT),
)
