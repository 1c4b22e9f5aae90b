"""Where nobody has to say who they are, no record can name them."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    COMPONENT,
    INSIDE,
    INTERFACE,
    LISTENS,
    NOTHING_SHOWN,
    SOFTWARE,
    UNATTRIBUTED,
)

RULE = Rule(
    name="nobody-is-named",
    says="nothing is shown over {interface}, so no record in {component} can name anybody",
    given=(
        INSIDE(INTERFACE),
        NOTHING_SHOWN(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
        SOFTWARE(COMPONENT),
    ),
    then=UNATTRIBUTED(COMPONENT),
)
