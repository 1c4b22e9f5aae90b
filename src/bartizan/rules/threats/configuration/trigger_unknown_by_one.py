"""One holder's message of which nobody says what it does may do anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS_ONE, ASSET, MASTERS_ANY, TRIGGER_UNSAID

RULE = Rule(
    name="trigger-unknown-by-one",
    says="{asset} may make its reader do anything",
    given=(
        ALTERS_ONE(ASSET),
        TRIGGER_UNSAID(ASSET),
    ),
    then=MASTERS_ANY(),
)
