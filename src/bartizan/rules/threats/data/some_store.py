"""Whoever can do something to everything in a store gets at some store."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, KEEPS, MASTERS_SOME, VERB, VERBS

RULE = Rule(
    name="some-store",
    says="{component} is a store",
    given=(
        COMMANDS(VERB, COMPONENT),
        KEEPS(COMPONENT),
        VERBS(VERB),
    ),
    then=MASTERS_SOME(),
)
