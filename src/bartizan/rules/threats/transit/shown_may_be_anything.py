"""What is shown without the page saying so may be any data."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, KNOWS, SHOWN_ANYTHING

RULE = Rule(
    name="shown-may-be-anything",
    says="{asset} may be what is shown",
    given=(
        SHOWN_ANYTHING(),
        ASSETS(ASSET),
    ),
    then=KNOWS(ASSET),
)
