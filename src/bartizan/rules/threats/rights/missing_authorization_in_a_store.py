"""Where a store does not ask what somebody may do, whoever is let in can do everything."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, INSIDE, INTERFACE, MASTERS, STORE_LISTENS

RULE = Rule(
    name="missing-authorization-in-a-store",
    says="{component} does not ask who may do what over {interface}",
    given=(
        INSIDE(INTERFACE),
        STORE_LISTENS(COMPONENT, INTERFACE),
    ),
    unless=(Unless("authorization", INTERFACE),),
    then=MASTERS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-862",
        "CAPEC-122",
        "T1078",
    ),
    ask="What may one do in {component} once connected over {interface}?",
    advice="Give each account of the store the rights it needs and no others.",
)
