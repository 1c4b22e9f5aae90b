"""A user's own data of which nobody says who shows it may be shown by any user interface."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, SCRIPTS_ANY, SHOWN_WHERE_UNSAID, SUPPLIES

RULE = Rule(
    name="own-data-shown-nobody-knows-where",
    says="{asset} may be shown by any user interface",
    given=(
        SUPPLIES(ASSET),
        SHOWN_WHERE_UNSAID(ASSET),
    ),
    then=SCRIPTS_ANY(),
)
