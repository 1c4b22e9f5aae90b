"""One holder's part is altered with that holder's whole."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS_ONE, ASSET, PART, PART_OF

RULE = Rule(
    name="part-of-one-altered-with-its-whole",
    says="{part} is part of {asset}",
    given=(
        ALTERS_ONE(ASSET),
        PART_OF(PART, ASSET),
    ),
    then=ALTERS_ONE(PART),
)
