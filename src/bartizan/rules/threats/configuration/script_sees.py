"""A script in a user's session sees what the session carries."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, LISTENS, SCRIPTS, TAPS

RULE = Rule(
    name="script-sees",
    says="{interface} leads to {component}",
    given=(
        SCRIPTS(COMPONENT),
        LISTENS(COMPONENT, INTERFACE),
    ),
    then=TAPS(INTERFACE),
)
