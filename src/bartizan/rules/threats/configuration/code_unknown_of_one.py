"""One holder's data of which nobody says what runs it may be run by anything."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS_ONE, ASSET, CODE_UNSAID, OWNS_ANY

RULE = Rule(
    name="code-unknown-of-one",
    says="{asset} may be run by any component",
    given=(
        ALTERS_ONE(ASSET),
        CODE_UNSAID(ASSET),
    ),
    then=OWNS_ANY(),
)
