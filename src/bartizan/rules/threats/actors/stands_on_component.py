"""Whoever stands on a component controls it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, COMPONENT, OWNS, STANDS_ON

RULE = Rule(
    name="stands-on-component",
    says="{actor} controls {component} from the start",
    given=(
        ACTS(ACTOR),
        STANDS_ON(ACTOR, COMPONENT),
    ),
    then=OWNS(COMPONENT),
)
