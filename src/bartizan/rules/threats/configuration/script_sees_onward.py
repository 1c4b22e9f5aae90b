"""A script in a user's session sees what the user interface asks for."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, REQUESTS, SCRIPTS, TAPS

RULE = Rule(
    name="script-sees-onward",
    says="{component} opens {interface}",
    given=(
        SCRIPTS(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
    ),
    then=TAPS(INTERFACE),
)
