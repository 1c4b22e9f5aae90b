"""Data of which nobody says what it points to may point anywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ANSWERS_ANY, ASSET, POINTER_UNSAID

RULE = Rule(
    name="pointer-unknown",
    says="{asset} may name the other end of any interface",
    given=(
        ALTERS(ASSET),
        POINTER_UNSAID(ASSET),
    ),
    then=ANSWERS_ANY(),
)
