"""Where one grant is enough, one void check is enough."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CONTROL, GRANTS, OFF, OTHER_CONTROL

RULE = Rule(
    name="one-grant-is-enough",
    says="{other-control} alone can grant what {control} decides",
    given=(
        OFF(OTHER_CONTROL),
        GRANTS(OTHER_CONTROL, CONTROL),
    ),
    then=OFF(CONTROL),
)
