"""Whatever is not available is something that is not."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, DENIES, DENIES_SOME

RULE = Rule(
    name="some-gap",
    says="{asset} is data",
    given=(
        DENIES(ASSET),
        ASSETS(ASSET),
    ),
    then=DENIES_SOME(),
)
