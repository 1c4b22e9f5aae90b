"""A component that lies nobody knows where may lie everywhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, DOMAIN_UNSAID, EVERYWHERE, OWNS

RULE = Rule(
    name="foothold-nobody-knows-where",
    says="{component} may lie anywhere",
    given=(
        OWNS(COMPONENT),
        DOMAIN_UNSAID(COMPONENT),
    ),
    then=EVERYWHERE(),
)
