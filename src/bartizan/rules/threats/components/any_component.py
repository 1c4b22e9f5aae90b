"""Whoever may control any component may control each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, OWNS, OWNS_ANY, SOFTWARE

RULE = Rule(
    name="any-component",
    says="{component} may be that component",
    given=(
        OWNS_ANY(),
        SOFTWARE(COMPONENT),
    ),
    then=OWNS(COMPONENT),
)
