"""A user's own data of which nobody says what it points to may point anywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANSWERS_ANY, ASSET, POINTER_UNSAID, SUPPLIES

RULE = Rule(
    name="own-pointer-unknown",
    says="users may write {asset} of their own, which may name the other end of any interface",
    given=(
        SUPPLIES(ASSET),
        POINTER_UNSAID(ASSET),
    ),
    then=ANSWERS_ANY(),
)
