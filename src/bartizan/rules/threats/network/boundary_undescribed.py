"""A boundary of which nothing is said may be open on all sides."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ANYWHERE, AT, DOMAIN, ENTRY_UNSAID

RULE = Rule(
    name="boundary-undescribed",
    says="{domain} may be reached from anywhere",
    given=(
        ANYWHERE(),
        ENTRY_UNSAID(DOMAIN),
    ),
    unless=(Unless("filter", DOMAIN),),
    then=AT(DOMAIN),
)
