"""An interface of which nobody says whether it administers may do so."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import (
    ADMINISTRATION_UNSAID,
    COMPONENT,
    INSIDE,
    INTERFACE,
    LISTENS,
    OWNS,
)

RULE = Rule(
    name="administration-unknown",
    says="{interface} may administer {component}",
    given=(
        INSIDE(INTERFACE),
        ADMINISTRATION_UNSAID(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
    ),
    unless=(Unless("authorization", INTERFACE),),
    then=OWNS(COMPONENT),
)
