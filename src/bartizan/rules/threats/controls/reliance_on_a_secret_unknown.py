"""A control that relies nobody knows on what may rely on a secret that is known."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CONTROL, KNOWS_SOME, OFF, RELIANCE_UNSAID

RULE = Rule(
    name="reliance-on-a-secret-unknown",
    says="{control} may rely on any secret",
    given=(
        KNOWS_SOME(),
        RELIANCE_UNSAID(CONTROL),
    ),
    then=OFF(CONTROL),
)
