"""Where nobody says what has to be shown, perhaps no record can name anybody."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    COMPONENT,
    INSIDE,
    INTERFACE,
    LISTENS,
    SHOWN_UNSAID,
    SOFTWARE,
    UNATTRIBUTED,
)

RULE = Rule(
    name="perhaps-nobody-is-named",
    says="nothing says what is shown over {interface}, so perhaps no record in {component} can name anybody",
    given=(
        INSIDE(INTERFACE),
        SHOWN_UNSAID(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
        SOFTWARE(COMPONENT),
    ),
    then=UNATTRIBUTED(COMPONENT),
)
