"""An interface that nobody knows who opens may be reached by anybody."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, INTERFACE, REACHES, REQUESTOR_UNSAID

RULE = Rule(
    name="requestor-unknown",
    says="anybody may open {interface}",
    given=(
        ANYWHERE(),
        REQUESTOR_UNSAID(INTERFACE),
    ),
    then=REACHES(INTERFACE),
)
