"""Whoever learns all learns each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, KNOWS, KNOWS_ONE, ONE_PER

RULE = Rule(
    name="all-includes-one",
    says="{asset} is many, each of another holder",
    given=(
        KNOWS(ASSET),
        ONE_PER(ASSET),
    ),
    then=KNOWS_ONE(ASSET),
)
