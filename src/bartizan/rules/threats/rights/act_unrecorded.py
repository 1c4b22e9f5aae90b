"""Whoever is let in does something in the component that listens."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, ENTERS, INSIDE, INTERFACE, LISTENS, SOFTWARE

RULE = Rule(
    name="act-unrecorded",
    says="what is asked for over {interface} happens in {component}",
    given=(
        INSIDE(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
        SOFTWARE(COMPONENT),
    ),
    unless=(Unless("audit", INTERFACE, where_said=True),),
    then=ENTERS(COMPONENT),
)
