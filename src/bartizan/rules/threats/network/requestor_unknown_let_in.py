"""An interface that nobody knows who opens may be opened by the attacker, and as somebody who is let in."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, INSIDE, INTERFACE, REQUESTOR_UNSAID

RULE = Rule(
    name="requestor-unknown-let-in",
    says="anybody may be let in on {interface}",
    given=(
        ANYWHERE(),
        REQUESTOR_UNSAID(INTERFACE),
    ),
    then=INSIDE(INTERFACE),
)
