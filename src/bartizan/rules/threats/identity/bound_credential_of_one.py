"""One holder's bound credential works from the component it is bound to."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import BOUND_TO, COMPONENT, CREDENTIAL, KNOWS_ONE, OWNS, POSES_ONE

RULE = Rule(
    name="bound-credential-of-one",
    says="{credential} of one holder works from {component}",
    given=(
        KNOWS_ONE(CREDENTIAL),
        BOUND_TO(CREDENTIAL, COMPONENT),
        OWNS(COMPONENT),
    ),
    then=POSES_ONE(CREDENTIAL),
)
