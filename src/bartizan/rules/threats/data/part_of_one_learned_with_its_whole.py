"""One holder's part is learned with that holder's whole."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, KNOWS_ONE, PART, PART_OF

RULE = Rule(
    name="part-of-one-learned-with-its-whole",
    says="{part} is part of {asset}",
    given=(
        KNOWS_ONE(ASSET),
        PART_OF(PART, ASSET),
    ),
    then=KNOWS_ONE(PART),
)
