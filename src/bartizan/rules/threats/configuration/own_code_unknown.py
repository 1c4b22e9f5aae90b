"""A user's own data of which nobody says what runs it may be run by anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CODE_UNSAID, OWNS_ANY, SUPPLIES

RULE = Rule(
    name="own-code-unknown",
    says="users may write {asset} of their own, which any component may run",
    given=(
        SUPPLIES(ASSET),
        CODE_UNSAID(ASSET),
    ),
    then=OWNS_ANY(),
)
