"""Data that is kept nobody knows where may be destroyed in any store."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ASSET, DESTROYS, HOLDING_UNSAID, MASTERS_SOME

RULE = Rule(
    name="kept-nobody-knows-where-destroyed",
    says="nothing says where {asset} is kept, so it may be there, and nowhere else",
    given=(
        MASTERS_SOME(),
        HOLDING_UNSAID(ASSET),
    ),
    unless=(Unless("backup", ASSET),),
    then=DESTROYS(ASSET),
)
