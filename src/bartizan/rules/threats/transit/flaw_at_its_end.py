"""A flaw that counts at the listening end is made use of by whoever reaches it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import EXPLOITS, FLAW, FLAWED_AT_ITS_END, INTERFACE, REACHES

RULE = Rule(
    name="flaw-at-its-end",
    says="{interface} has {flaw}, and whoever reaches it can use it",
    given=(
        REACHES(INTERFACE),
        FLAWED_AT_ITS_END(INTERFACE, FLAW),
    ),
    unless=(Unless("protocol-hardening", INTERFACE, where_said=True),),
    then=EXPLOITS(INTERFACE, FLAW),
)
