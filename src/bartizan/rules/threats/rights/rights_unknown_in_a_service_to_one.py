"""One holder of whose rights nothing is said may do whatever the interface is for."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    CAN_ONE,
    CREDENTIAL,
    INTERFACE,
    OFFERS,
    RIGHTS_UNSAID,
    SPEAKS_ONE,
    TARGET,
    VERB,
)

RULE = Rule(
    name="rights-unknown-in-a-service-to-one",
    says="{credential} may let each holder {verb} {target} over {interface}",
    given=(
        SPEAKS_ONE(INTERFACE, CREDENTIAL),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
        RIGHTS_UNSAID(CREDENTIAL),
        OFFERS(INTERFACE, VERB, TARGET),
    ),
    then=CAN_ONE(VERB, TARGET),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-266",
    ),
    ask="What may one holder of {credential} do over {interface}?",
    advice="Write it down with `opens`, and take away what is not needed.",
)
