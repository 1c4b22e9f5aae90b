"""A part is altered with the whole."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, PART, PART_OF

RULE = Rule(
    name="whole-altered-with-its-parts",
    says="{part} is part of {asset}",
    given=(
        ALTERS(ASSET),
        PART_OF(PART, ASSET),
    ),
    then=ALTERS(PART),
)
