"""A script in a user's session sends what it wants."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, LISTENS, SCRIPTS, TAMPERS

RULE = Rule(
    name="script-alters",
    says="{interface} leads to {component}",
    given=(
        SCRIPTS(COMPONENT),
        LISTENS(COMPONENT, INTERFACE),
    ),
    then=TAMPERS(INTERFACE),
)
