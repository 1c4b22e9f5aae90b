"""Data of which nobody says what runs it may be run by anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CODE_UNSAID, OWNS_ANY

RULE = Rule(
    name="code-unknown",
    says="{asset} may be run by any component",
    given=(
        ALTERS(ASSET),
        CODE_UNSAID(ASSET),
    ),
    then=OWNS_ANY(),
)
