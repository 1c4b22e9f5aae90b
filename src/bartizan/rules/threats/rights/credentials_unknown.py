"""Where nothing says what is shown, nothing may have to be."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import (
    CAN,
    INTERFACE,
    NO_CREDENTIAL_NAMED,
    OFFERS,
    REACHES,
    TARGET,
    VERB,
)

RULE = Rule(
    name="credentials-unknown",
    says="nothing may have to be shown on {interface} to {verb} {target}",
    given=(
        REACHES(INTERFACE),
        NO_CREDENTIAL_NAMED(INTERFACE),
        OFFERS(INTERFACE, VERB, TARGET),
    ),
    unless=(Unless("authentication", INTERFACE),),
    then=CAN(VERB, TARGET),
    stride=Stride.SPOOFING,
    weaknesses=("CWE-306",),
    ask="What does the requestor show on {interface} to say who it is?",
    advice="Fill in the request credentials of the interface, or `nothing`.",
)
