"""Whoever changes what an interface carries alters those in view."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERABLE_ONE, ALTERS_ONE, ASSET, INTERFACE, TAMPERS

RULE = Rule(
    name="altered-in-flight-of-one",
    says="{interface} carries {asset}, those of one holder at a time",
    given=(
        TAMPERS(INTERFACE),
        ALTERABLE_ONE(INTERFACE, ASSET),
    ),
    then=ALTERS_ONE(ASSET),
)
