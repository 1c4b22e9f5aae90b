"""Where nobody asks what somebody may do, whoever is let in can do everything."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import CAN, INSIDE, INTERFACE, OFFERS, TARGET, VERB

RULE = Rule(
    name="missing-authorization",
    says="nobody asks who may {verb} {target} over {interface}",
    given=(
        INSIDE(INTERFACE),
        OFFERS(INTERFACE, VERB, TARGET),
    ),
    unless=(Unless("authorization", INTERFACE),),
    then=CAN(VERB, TARGET),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-862",
        "CWE-863",
        "CAPEC-122",
    ),
    ask="What decides who may {verb} {target} over {interface}?",
    advice="Check each request against the rights of whoever sends it, and deny where the check cannot be made.",
)
