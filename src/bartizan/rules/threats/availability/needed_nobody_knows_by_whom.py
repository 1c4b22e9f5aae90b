"""An interface that nobody knows who opens may be needed by any component."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CUTS, DOWN_ANY, INTERFACE, REQUESTOR_UNSAID

RULE = Rule(
    name="needed-nobody-knows-by-whom",
    says="any component may need {interface}",
    given=(
        CUTS(INTERFACE),
        REQUESTOR_UNSAID(INTERFACE),
    ),
    then=DOWN_ANY(),
)
