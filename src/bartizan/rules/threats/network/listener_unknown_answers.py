"""An interface that leads nobody knows where may be answered by anybody."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import INTERFACE, LISTENER_UNSAID, REACHES, ROGUE

RULE = Rule(
    name="listener-unknown-answers",
    says="{interface} may lead to anybody",
    given=(
        REACHES(INTERFACE),
        LISTENER_UNSAID(INTERFACE),
    ),
    then=ROGUE(INTERFACE),
)
