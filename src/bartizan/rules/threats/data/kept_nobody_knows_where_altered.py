"""Data that is kept nobody knows where may be altered in any store."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, HOLDING_UNSAID, MASTERS_SOME

RULE = Rule(
    name="kept-nobody-knows-where-altered",
    says="nothing says where {asset} is kept, so it may be there, and nobody notices",
    given=(
        MASTERS_SOME(),
        HOLDING_UNSAID(ASSET),
    ),
    unless=(Unless("integrity-at-rest", ASSET),),
    then=ALTERS(ASSET),
)
