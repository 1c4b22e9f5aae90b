"""Whatever is lost is something that is lost."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, DESTROYS, DESTROYS_SOME

RULE = Rule(
    name="some-loss",
    says="{asset} is data",
    given=(
        DESTROYS(ASSET),
        ASSETS(ASSET),
    ),
    then=DESTROYS_SOME(),
)
