"""Whoever may get at any store may get at each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, KEEPS, MASTERS, MASTERS_ANY

RULE = Rule(
    name="any-store",
    says="{component} may be that store",
    given=(
        MASTERS_ANY(),
        KEEPS(COMPONENT),
    ),
    then=MASTERS(COMPONENT),
)
