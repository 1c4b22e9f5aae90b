"""A user can reach what users of their sort use."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, INTERFACE, REACHES, USES

RULE = Rule(
    name="user-reaches",
    says="{actor} uses {interface}",
    given=(
        ACTS(ACTOR),
        USES(ACTOR, INTERFACE),
    ),
    then=REACHES(INTERFACE),
)
