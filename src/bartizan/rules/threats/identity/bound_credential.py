"""A bound credential works from the component it is bound to."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import BOUND_TO, COMPONENT, CREDENTIAL, KNOWS, OWNS, POSES

RULE = Rule(
    name="bound-credential",
    says="{credential} works from {component}",
    given=(
        KNOWS(CREDENTIAL),
        BOUND_TO(CREDENTIAL, COMPONENT),
        OWNS(COMPONENT),
    ),
    then=POSES(CREDENTIAL),
)
