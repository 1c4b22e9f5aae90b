"""A message of which nobody says what it does may do anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, MASTERS_ANY, TRIGGER_UNSAID

RULE = Rule(
    name="trigger-unknown",
    says="{asset} may make its reader do anything",
    given=(
        ALTERS(ASSET),
        TRIGGER_UNSAID(ASSET),
    ),
    then=MASTERS_ANY(),
)
