"""Whoever controls a component reads the files it reads."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, OWNS, READS_FILE, STORE

RULE = Rule(
    name="reads-its-files",
    says="{component} reads {store}",
    given=(
        OWNS(COMPONENT),
        READS_FILE(COMPONENT, STORE),
    ),
    then=COMMANDS("copy", STORE),
)
