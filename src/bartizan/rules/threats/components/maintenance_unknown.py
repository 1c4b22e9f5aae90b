"""What may not be repaired any more may fall to whoever sends it something."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, FEEDS, MAINTENANCE_UNSAID, OWNS

RULE = Rule(
    name="maintenance-unknown",
    says="nothing says whether what {component} is made with is still repaired",
    given=(
        FEEDS(COMPONENT),
        MAINTENANCE_UNSAID(COMPONENT),
    ),
    then=OWNS(COMPONENT),
)
