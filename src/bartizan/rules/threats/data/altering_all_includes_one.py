"""Whoever can alter all can alter each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ALTERS_ONE, ASSET, ONE_PER

RULE = Rule(
    name="altering-all-includes-one",
    says="{asset} is many, each of another holder",
    given=(
        ALTERS(ASSET),
        ONE_PER(ASSET),
    ),
    then=ALTERS_ONE(ASSET),
)
