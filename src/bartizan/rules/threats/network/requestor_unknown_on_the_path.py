"""An interface that nobody knows who opens may run over any network."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, HEARS, INTERFACE, REQUESTOR_UNSAID

RULE = Rule(
    name="requestor-unknown-on-the-path",
    says="{interface} may run over any network",
    given=(
        ANYWHERE(),
        REQUESTOR_UNSAID(INTERFACE),
    ),
    then=HEARS(INTERFACE),
)
