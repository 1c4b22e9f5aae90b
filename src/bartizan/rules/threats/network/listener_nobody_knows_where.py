"""What listens nobody knows where may be reached from anywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, COMPONENT, DOMAIN_UNSAID, INTERFACE, LISTENS, REACHES

RULE = Rule(
    name="listener-nobody-knows-where",
    says="{component}, which listens on {interface}, may lie anywhere",
    given=(
        ANYWHERE(),
        DOMAIN_UNSAID(COMPONENT),
        LISTENS(COMPONENT, INTERFACE),
    ),
    then=REACHES(INTERFACE),
)
