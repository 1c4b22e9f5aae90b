"""A file that lies nobody knows where may be open to everybody."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ANYWHERE, DOMAIN_UNSAID, FILES, MASTERS, STORE

RULE = Rule(
    name="file-nobody-knows-where",
    says="{store} may lie anywhere, open to whoever gets there",
    given=(
        ANYWHERE(),
        DOMAIN_UNSAID(STORE),
        FILES(STORE),
    ),
    unless=(Unless("access-control", STORE),),
    then=MASTERS(STORE),
)
