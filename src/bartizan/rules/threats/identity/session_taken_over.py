"""Whoever changes what a connection carries can slip in requests in the name of whoever opened it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCEPTS_SHARED, CREDENTIAL, INTERFACE, SPEAKS, TAMPERS

RULE = Rule(
    name="session-taken-over",
    says="requests can be slipped into a connection on {interface} that {credential} opened",
    given=(
        TAMPERS(INTERFACE),
        ACCEPTS_SHARED(INTERFACE, CREDENTIAL),
    ),
    then=SPEAKS(INTERFACE, CREDENTIAL),
)
