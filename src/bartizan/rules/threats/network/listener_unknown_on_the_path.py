"""An interface that leads nobody knows where may run over any network."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, HEARS, INTERFACE, LISTENER_UNSAID

RULE = Rule(
    name="listener-unknown-on-the-path",
    says="{interface} may run over any network",
    given=(
        ANYWHERE(),
        LISTENER_UNSAID(INTERFACE),
    ),
    then=HEARS(INTERFACE),
)
