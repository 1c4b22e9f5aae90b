"""Whoever sees one holder's credential shown learns that."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CREDENTIAL, INTERFACE, KNOWS_ONE, SHOWN_ONE, TAPS

RULE = Rule(
    name="credential-seen-of-one",
    says="{credential} of one holder is shown over {interface}",
    given=(
        TAPS(INTERFACE),
        SHOWN_ONE(INTERFACE, CREDENTIAL),
    ),
    then=KNOWS_ONE(CREDENTIAL),
)
