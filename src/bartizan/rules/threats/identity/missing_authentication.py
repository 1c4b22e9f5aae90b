"""Where nobody is asked who they are, everybody is let in."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import INSIDE, INTERFACE, INTERFACES, REACHES

RULE = Rule(
    name="missing-authentication",
    says="nobody is asked who they are on {interface}",
    given=(
        REACHES(INTERFACE),
        INTERFACES(INTERFACE),
    ),
    unless=(Unless("authentication", INTERFACE),),
    then=INSIDE(INTERFACE),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-306",
        "CAPEC-115",
        "T1190",
    ),
    ask="How does the listener of {interface} know who connects?",
    advice="Authenticate whoever connects, or write down why anybody may.",
)
