"""Whoever sees a credential shown learns it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CREDENTIAL, INTERFACE, KNOWS, SHOWN, TAPS

RULE = Rule(
    name="credential-seen",
    says="{credential} is shown over {interface}",
    given=(
        TAPS(INTERFACE),
        SHOWN(INTERFACE, CREDENTIAL),
    ),
    then=KNOWS(CREDENTIAL),
)
