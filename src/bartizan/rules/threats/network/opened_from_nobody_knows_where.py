"""What is opened from nobody knows where may be reached from anywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, COMPONENT, DOMAIN_UNSAID, INTERFACE, REACHES, REQUESTS

RULE = Rule(
    name="opened-from-nobody-knows-where",
    says="{component}, which opens {interface}, may lie anywhere",
    given=(
        ANYWHERE(),
        DOMAIN_UNSAID(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
    ),
    then=REACHES(INTERFACE),
)
