"""Whoever controls a component controls some."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, COMPONENTS, OWNS, OWNS_SOME

RULE = Rule(
    name="some-component",
    says="{component} is a component",
    given=(
        OWNS(COMPONENT),
        COMPONENTS(COMPONENT),
    ),
    then=OWNS_SOME(),
)
