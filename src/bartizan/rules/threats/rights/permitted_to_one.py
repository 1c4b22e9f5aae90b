"""Whoever is let in as one holder can do what that one may."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    CAN_ONE,
    CREDENTIAL,
    INTERFACE,
    PERMITS,
    SPEAKS_ONE,
    TARGET,
    VERB,
)

RULE = Rule(
    name="permitted-to-one",
    says="{credential} lets each holder {verb} {target} of theirs over {interface}",
    given=(
        SPEAKS_ONE(INTERFACE, CREDENTIAL),
        PERMITS(CREDENTIAL, INTERFACE, VERB, TARGET),
    ),
    then=CAN_ONE(VERB, TARGET),
)
