"""Whoever controls a component overwrites the files it writes."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, OWNS, STORE, WRITES_FILE

RULE = Rule(
    name="writes-its-files",
    says="{component} writes {store}",
    given=(
        OWNS(COMPONENT),
        WRITES_FILE(COMPONENT, STORE),
    ),
    then=COMMANDS("overwrite", STORE),
)
