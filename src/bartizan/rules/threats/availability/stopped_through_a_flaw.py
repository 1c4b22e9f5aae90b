"""A flaw of the protocol lets whoever makes use of it stop the listener."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    BREAKS_AVAILABILITY,
    COMPONENT,
    DOWN,
    EXPLOITS,
    FLAW,
    INTERFACE,
    LISTENS,
    SOFTWARE,
)

RULE = Rule(
    name="stopped-through-a-flaw",
    says="{flaw} stops {component}, which listens on {interface}",
    given=(
        EXPLOITS(INTERFACE, FLAW),
        BREAKS_AVAILABILITY(INTERFACE, FLAW),
        LISTENS(COMPONENT, INTERFACE),
        SOFTWARE(COMPONENT),
    ),
    then=DOWN(COMPONENT),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-400",
        "CAPEC-125",
        "T1499",
    ),
    ask="How does {component} go on when somebody makes use of {flaw} on {interface}?",
    advice="Update both ends, limit what one connection may cause, or use a protocol that does not have it.",
)
