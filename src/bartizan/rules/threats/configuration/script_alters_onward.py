"""A script in a user's session sends what it wants through the user interface."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, REQUESTS, SCRIPTS, TAMPERS

RULE = Rule(
    name="script-alters-onward",
    says="{component} opens {interface}",
    given=(
        SCRIPTS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
    ),
    then=TAMPERS(INTERFACE),
)
