"""Somebody with an account of their own can use it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCOUNT, ACTOR, ACTS, CREDENTIAL, HAS_ACCOUNT

RULE = Rule(
    name="own-account",
    says="{actor} has {credential} of their own",
    given=(
        ACTS(ACTOR),
        HAS_ACCOUNT(ACTOR, CREDENTIAL),
    ),
    then=ACCOUNT(CREDENTIAL),
)
