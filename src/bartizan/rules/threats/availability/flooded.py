"""A component that does not limit requests is flooded by whoever reaches it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, DOWN, INTERFACE, LISTENS, REACHES, SOFTWARE

RULE = Rule(
    name="flooded",
    says="{component} does not limit what arrives on {interface}",
    given=(
        REACHES(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
        SOFTWARE(COMPONENT),
    ),
    unless=(Unless("rate-limit", INTERFACE),),
    then=DOWN(COMPONENT),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-770",
        "CWE-400",
        "CAPEC-125",
        "T1499",
    ),
    ask="How much can one requestor ask of {interface} before others notice?",
    advice="Limit requests per requestor, before the expensive work.",
)
