"""Whoever learns data learns some."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, KNOWS, KNOWS_SOME

RULE = Rule(
    name="some-secret-known",
    says="{asset} is data",
    given=(
        KNOWS(ASSET),
        ASSETS(ASSET),
    ),
    then=KNOWS_SOME(),
)
