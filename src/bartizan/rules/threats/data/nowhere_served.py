"""Data is not available when it is served from nowhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Every
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, DENIES, GAP, HELD_IN_USE, PLACEMENT

RULE = Rule(
    name="nowhere-served",
    says="{asset} is served from no other place",
    given=(
        ASSETS(ASSET),
        Every(GAP(PLACEMENT), HELD_IN_USE(PLACEMENT, ASSET)),
    ),
    then=DENIES(ASSET),
)
