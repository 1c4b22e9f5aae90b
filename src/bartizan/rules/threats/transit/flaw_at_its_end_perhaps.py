"""What may be wrong at the listening end counts where nobody says how the protocol is set up."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    EXPLOITS,
    FLAW,
    INTERFACE,
    PERHAPS_AT_ITS_END,
    REACHES,
    SETTINGS_UNSAID,
)

RULE = Rule(
    name="flaw-at-its-end-perhaps",
    says="nothing says how the protocol of {interface} is set up, so {flaw} may count",
    given=(
        REACHES(INTERFACE),
        PERHAPS_AT_ITS_END(INTERFACE, FLAW),
        SETTINGS_UNSAID(INTERFACE),
    ),
    then=EXPLOITS(INTERFACE, FLAW),
)
