"""Where nothing says what is shown to a store, nothing may have to be."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import (
    COMPONENT,
    INTERFACE,
    MASTERS,
    NO_CREDENTIAL_NAMED,
    REACHES,
    STORE_LISTENS,
)

RULE = Rule(
    name="credentials-unknown-in-a-store",
    says="nothing may have to be shown to {component} on {interface}",
    given=(
        REACHES(INTERFACE),
        NO_CREDENTIAL_NAMED(INTERFACE),
        STORE_LISTENS(COMPONENT, INTERFACE),
    ),
    unless=(Unless("authentication", INTERFACE),),
    then=MASTERS(COMPONENT),
    stride=Stride.SPOOFING,
    weaknesses=("CWE-306",),
    ask="What does the requestor show to {component} on {interface} to say who it is?",
    advice="Fill in the request credentials of the interface, or `nothing`.",
)
