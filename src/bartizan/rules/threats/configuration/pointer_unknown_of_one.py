"""One holder's data of which nobody says what it points to may point anywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS_ONE, ANSWERS_ANY, ASSET, POINTER_UNSAID

RULE = Rule(
    name="pointer-unknown-of-one",
    says="{asset} may name the other end of any interface",
    given=(
        ALTERS_ONE(ASSET),
        POINTER_UNSAID(ASSET),
    ),
    then=ANSWERS_ANY(),
)
