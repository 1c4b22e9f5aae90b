"""A part is lost with the whole."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, DESTROYS, PART, PART_OF

RULE = Rule(
    name="whole-lost-with-its-parts",
    says="{part} is part of {asset}",
    given=(
        DESTROYS(ASSET),
        PART_OF(PART, ASSET),
    ),
    then=DESTROYS(PART),
)
