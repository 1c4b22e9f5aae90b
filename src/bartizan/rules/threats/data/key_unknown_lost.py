"""Data of which nobody says how it is encrypted may be lost with any other data."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import DESTROYS_SOME, KEYLESS, PLACEMENT, SEAL_UNSAID

RULE = Rule(
    name="key-unknown-lost",
    says="{placement} may be encrypted with anything",
    given=(
        DESTROYS_SOME(),
        SEAL_UNSAID(PLACEMENT),
    ),
    then=KEYLESS(PLACEMENT),
)
