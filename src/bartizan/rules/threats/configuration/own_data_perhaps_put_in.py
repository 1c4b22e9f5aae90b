"""Whoever has an account of their own, of whose rights nothing is said, may write whatever the interface takes."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    ACCOUNT,
    ASSET,
    CREDENTIAL,
    INTERFACE,
    OFFERS,
    REACHES,
    RIGHTS_UNSAID,
    SUPPLIES,
)

RULE = Rule(
    name="own-data-perhaps-put-in",
    says="holders of {credential} may be able to write {asset} over {interface}",
    given=(
        ACCOUNT(CREDENTIAL),
        REACHES(INTERFACE),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
        RIGHTS_UNSAID(CREDENTIAL),
        OFFERS(INTERFACE, "write", ASSET),
    ),
    then=SUPPLIES(ASSET),
)
