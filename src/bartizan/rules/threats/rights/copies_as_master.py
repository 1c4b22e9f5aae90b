"""Whoever can do anything with a store can copy what it keeps."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, KEEPS, MASTERS

RULE = Rule(
    name="copies-as-master",
    says="whoever can do anything with what {component} keeps can copy it",
    given=(
        MASTERS(COMPONENT),
        KEEPS(COMPONENT),
    ),
    then=COMMANDS("copy", COMPONENT),
)
