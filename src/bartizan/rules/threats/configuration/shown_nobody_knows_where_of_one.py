"""One holder's data of which nobody says who shows it may be shown by any user interface."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS_ONE, ASSET, SCRIPTS_ANY, SHOWN_WHERE_UNSAID

RULE = Rule(
    name="shown-nobody-knows-where-of-one",
    says="{asset} may be shown by any user interface",
    given=(
        ALTERS_ONE(ASSET),
        SHOWN_WHERE_UNSAID(ASSET),
    ),
    then=SCRIPTS_ANY(),
)
