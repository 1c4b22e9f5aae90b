"""An interface does not work without its listener."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, CUTS, DOWN, INTERFACE, LISTENS

RULE = Rule(
    name="listener-down",
    says="{component} listens on {interface}",
    given=(
        DOWN(COMPONENT),
        LISTENS(COMPONENT, INTERFACE),
    ),
    then=CUTS(INTERFACE),
)
