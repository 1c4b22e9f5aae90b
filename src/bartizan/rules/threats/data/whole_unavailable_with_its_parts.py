"""A part is unavailable with the whole."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, DENIES, PART, PART_OF

RULE = Rule(
    name="whole-unavailable-with-its-parts",
    says="{part} is part of {asset}",
    given=(
        DENIES(ASSET),
        PART_OF(PART, ASSET),
    ),
    then=DENIES(PART),
)
