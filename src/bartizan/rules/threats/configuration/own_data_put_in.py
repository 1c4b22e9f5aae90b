"""Whoever is let in with an account of their own may write data of their own."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCOUNT,
    ASSET,
    CREDENTIAL,
    INSIDE,
    INTERFACE,
    OWN_DATA,
    SUPPLIES,
)

RULE = Rule(
    name="own-data-put-in",
    says="holders of {credential} may write {asset} of their own over {interface}",
    given=(
        ACCOUNT(CREDENTIAL),
        INSIDE(INTERFACE),
        OWN_DATA(CREDENTIAL, INTERFACE, ASSET),
    ),
    then=SUPPLIES(ASSET),
)
