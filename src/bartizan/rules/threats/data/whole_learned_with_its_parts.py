"""A part is learned with the whole."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, KNOWS, PART, PART_OF

RULE = Rule(
    name="whole-learned-with-its-parts",
    says="{part} is part of {asset}",
    given=(
        KNOWS(ASSET),
        PART_OF(PART, ASSET),
    ),
    then=KNOWS(PART),
)
