"""Whoever can do anything with a store can erase what it keeps."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, KEEPS, MASTERS

RULE = Rule(
    name="erases-as-master",
    says="whoever can do anything with what {component} keeps can erase it",
    given=(
        MASTERS(COMPONENT),
        KEEPS(COMPONENT),
    ),
    then=COMMANDS("erase", COMPONENT),
)
