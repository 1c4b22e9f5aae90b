"""Where nobody says where an interface leads, what is asked for over it may happen anywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ENTERS_ANY, INTERFACE, LISTENER_UNSAID, REACHES

RULE = Rule(
    name="act-nobody-knows-where",
    says="what is asked for over {interface} may happen in any component",
    given=(
        REACHES(INTERFACE),
        LISTENER_UNSAID(INTERFACE),
    ),
    then=ENTERS_ANY(),
)
