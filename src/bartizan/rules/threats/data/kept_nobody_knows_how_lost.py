"""Data that is kept nobody knows how may be lost with any other data."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, DESTROYS, DESTROYS_SOME, HOLDING_UNSAID

RULE = Rule(
    name="kept-nobody-knows-how-lost",
    says="{asset} may be encrypted with anything",
    given=(
        DESTROYS_SOME(),
        HOLDING_UNSAID(ASSET),
    ),
    then=DESTROYS(ASSET),
)
