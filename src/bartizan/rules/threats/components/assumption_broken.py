"""An external component of which an assumption does not hold may be hostile."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, CONTROL, OFF, OWNS, VOUCHED

RULE = Rule(
    name="assumption-broken",
    says="what is taken for granted of {component} does not hold",
    given=(
        OFF(CONTROL),
        VOUCHED(CONTROL, COMPONENT),
    ),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-829",
        "CWE-1395",
        "T1199",
    ),
    ask="What if {component} is compromised or hostile?",
    advice="Trust it with as little as possible, and notice when it changes.",
)
