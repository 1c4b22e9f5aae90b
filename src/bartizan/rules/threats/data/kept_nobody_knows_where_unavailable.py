"""Data that is kept nobody knows where may be unavailable with any store."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, DENIES, HOLDING_UNSAID, MASTERS_SOME

RULE = Rule(
    name="kept-nobody-knows-where-unavailable",
    says="nothing says where {asset} is kept, so it may be there",
    given=(
        MASTERS_SOME(),
        HOLDING_UNSAID(ASSET),
    ),
    then=DENIES(ASSET),
)
