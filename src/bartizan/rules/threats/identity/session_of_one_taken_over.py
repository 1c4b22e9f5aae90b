"""Whoever changes what a session carries can slip in requests in the name of its holder."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCEPTS_ONE, CREDENTIAL, INTERFACE, SPEAKS_ONE, TAMPERS

RULE = Rule(
    name="session-of-one-taken-over",
    says="requests can be slipped into a session on {interface} that {credential} of one holder opened",
    given=(
        TAMPERS(INTERFACE),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
    ),
    then=SPEAKS_ONE(INTERFACE, CREDENTIAL),
)
