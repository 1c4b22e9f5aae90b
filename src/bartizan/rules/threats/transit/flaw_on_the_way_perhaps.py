"""What may be wrong on the way counts where nobody says how the protocol is set up."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    EXPLOITS,
    FLAW,
    HEARS,
    INTERFACE,
    PERHAPS_ON_THE_WAY,
    SETTINGS_UNSAID,
)

RULE = Rule(
    name="flaw-on-the-way-perhaps",
    says="nothing says how the protocol of {interface} is set up, so {flaw} may count",
    given=(
        HEARS(INTERFACE),
        PERHAPS_ON_THE_WAY(INTERFACE, FLAW),
        SETTINGS_UNSAID(INTERFACE),
    ),
    then=EXPLOITS(INTERFACE, FLAW),
)
