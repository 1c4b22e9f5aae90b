"""An interface may run over a network that nobody named."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, HEARS, INTERFACE, NETWORK_UNSAID

RULE = Rule(
    name="network-unknown",
    says="{interface} may run over any network",
    given=(
        ANYWHERE(),
        NETWORK_UNSAID(INTERFACE),
    ),
    then=HEARS(INTERFACE),
)
