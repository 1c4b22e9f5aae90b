"""Data of which nobody says how it is encrypted may be unavailable with any other data."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import DENIES_SOME, GAP, PLACEMENT, SEAL_UNSAID

RULE = Rule(
    name="key-unknown-not-available",
    says="{placement} may be encrypted with anything",
    given=(
        DENIES_SOME(),
        SEAL_UNSAID(PLACEMENT),
    ),
    then=GAP(PLACEMENT),
)
