"""What may reach any component may reach each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, FEEDS, FEEDS_ANY, SOFTWARE

RULE = Rule(
    name="any-component-fed",
    says="{component} may be where it arrives",
    given=(
        FEEDS_ANY(),
        SOFTWARE(COMPONENT),
    ),
    then=FEEDS(COMPONENT),
)
