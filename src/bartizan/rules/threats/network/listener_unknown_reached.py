"""An interface that leads nobody knows where may be reached from anywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, INTERFACE, LISTENER_UNSAID, REACHES

RULE = Rule(
    name="listener-unknown-reached",
    says="{interface} may be reached from anywhere",
    given=(
        ANYWHERE(),
        LISTENER_UNSAID(INTERFACE),
    ),
    then=REACHES(INTERFACE),
)
