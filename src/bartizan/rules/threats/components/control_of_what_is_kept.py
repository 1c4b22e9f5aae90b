"""Whoever controls a component can do anything with what it keeps."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, KEEPS, MASTERS, OWNS

RULE = Rule(
    name="control-of-what-is-kept",
    says="{component} keeps data",
    given=(
        OWNS(COMPONENT),
        KEEPS(COMPONENT),
    ),
    then=MASTERS(COMPONENT),
)
