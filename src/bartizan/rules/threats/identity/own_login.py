"""Whoever has an account of their own is let in."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCEPTS_ONE, ACCOUNT, CREDENTIAL, INSIDE, INTERFACE, REACHES

RULE = Rule(
    name="own-login",
    says="{interface} accepts {credential}",
    given=(
        ACCOUNT(CREDENTIAL),
        REACHES(INTERFACE),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
    ),
    then=INSIDE(INTERFACE),
)
