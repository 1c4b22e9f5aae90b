"""A principal of whose rights nothing is said may do whatever the interface is for."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS,
    CAN,
    CREDENTIAL,
    INTERFACE,
    OFFERS,
    RIGHTS_UNSAID,
    SPEAKS,
    TARGET,
    VERB,
)

RULE = Rule(
    name="rights-unknown-in-a-service",
    says="{credential} may let its holder {verb} {target} over {interface}",
    given=(
        SPEAKS(INTERFACE, CREDENTIAL),
        ACCEPTS(INTERFACE, CREDENTIAL),
        RIGHTS_UNSAID(CREDENTIAL),
        OFFERS(INTERFACE, VERB, TARGET),
    ),
    then=CAN(VERB, TARGET),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-266",
    ),
    ask="What may the holder of {credential} do over {interface}?",
    advice="Write it down with `opens`, and take away what is not needed.",
)
