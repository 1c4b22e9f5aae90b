"""A host of which nobody says what runs on it may fall with any component."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, GUESTS_UNSAID, OWNS, OWNS_SOME

RULE = Rule(
    name="escape-to-unknown-host",
    says="any component may run on {component}, and nothing keeps it in",
    given=(
        OWNS_SOME(),
        GUESTS_UNSAID(COMPONENT),
    ),
    unless=(Unless("escape-protection", COMPONENT),),
    then=OWNS(COMPONENT),
)
