"""What is lost is not available."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, DENIES, DESTROYS

RULE = Rule(
    name="lost-is-not-available",
    says="{asset} is lost",
    given=(
        DESTROYS(ASSET),
        ASSETS(ASSET),
    ),
    then=DENIES(ASSET),
)
