"""Whoever changes what an interface carries alters it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERABLE, ALTERS, ASSET, INTERFACE, TAMPERS

RULE = Rule(
    name="altered-in-flight",
    says="{interface} carries {asset}",
    given=(
        TAMPERS(INTERFACE),
        ALTERABLE(INTERFACE, ASSET),
    ),
    then=ALTERS(ASSET),
)
