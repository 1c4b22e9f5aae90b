"""A user is let in where users of their sort are."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, INSIDE, INTERFACE, USES

RULE = Rule(
    name="user-is-let-in",
    says="{actor} is let in on {interface} as everybody of their sort",
    given=(
        ACTS(ACTOR),
        USES(ACTOR, INTERFACE),
    ),
    then=INSIDE(INTERFACE),
)
