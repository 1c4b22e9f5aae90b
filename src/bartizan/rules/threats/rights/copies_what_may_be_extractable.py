"""A key of which nobody says whether it can be taken out may be."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    COMMANDS,
    COMPONENT,
    COPIED,
    EXTRACTION_UNSAID,
    KEPT_IN,
    PLACEMENT,
)

RULE = Rule(
    name="copies-what-may-be-extractable",
    says="{placement} may be taken out",
    given=(
        COMMANDS("copy", COMPONENT),
        KEPT_IN(PLACEMENT, COMPONENT),
        EXTRACTION_UNSAID(PLACEMENT),
    ),
    then=COPIED(PLACEMENT),
)
