"""A flaw that counts on the way is made use of by whoever sits there."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import EXPLOITS, FLAW, FLAWED_ON_THE_WAY, HEARS, INTERFACE

RULE = Rule(
    name="flaw-on-the-way",
    says="{interface} has {flaw}, and somebody on its path can use it",
    given=(
        HEARS(INTERFACE),
        FLAWED_ON_THE_WAY(INTERFACE, FLAW),
    ),
    unless=(Unless("protocol-hardening", INTERFACE, where_said=True),),
    then=EXPLOITS(INTERFACE, FLAW),
)
