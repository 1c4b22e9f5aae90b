"""Data that is kept nobody knows where may be in any store that is lost."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ASSET, HOLDING_UNSAID, KNOWS, MASTERS_SOME

RULE = Rule(
    name="kept-nobody-knows-where",
    says="nothing says where {asset} is kept, so it may be there, and not encrypted",
    given=(
        MASTERS_SOME(),
        HOLDING_UNSAID(ASSET),
    ),
    unless=(Unless("encryption-at-rest", ASSET),),
    then=KNOWS(ASSET),
)
