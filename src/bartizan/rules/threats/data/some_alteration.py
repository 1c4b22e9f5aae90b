"""Whoever can alter data can alter some."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ALTERS_SOME, ASSET, ASSETS

RULE = Rule(
    name="some-alteration",
    says="{asset} is data",
    given=(
        ALTERS(ASSET),
        ASSETS(ASSET),
    ),
    then=ALTERS_SOME(),
)
