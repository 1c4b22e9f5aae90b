"""What is opened from nobody knows where may be heard anywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, COMPONENT, DOMAIN_UNSAID, HEARS, INTERFACE, REQUESTS

RULE = Rule(
    name="requestor-nobody-knows-where",
    says="{component}, which opens {interface}, may lie anywhere",
    given=(
        ANYWHERE(),
        DOMAIN_UNSAID(COMPONENT),
        REQUESTS(COMPONENT, INTERFACE),
    ),
    then=HEARS(INTERFACE),
)
