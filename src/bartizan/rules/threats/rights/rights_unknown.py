"""A principal of whose rights nothing is said may be able to do everything."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    MASTERS,
    RIGHTS_UNSAID,
    SPEAKS,
    STORE_LISTENS,
)

RULE = Rule(
    name="rights-unknown",
    says="{credential} may let its holder do everything in {component}",
    given=(
        SPEAKS(INTERFACE, CREDENTIAL),
        ACCEPTS(INTERFACE, CREDENTIAL),
        RIGHTS_UNSAID(CREDENTIAL),
        STORE_LISTENS(COMPONENT, INTERFACE),
    ),
    then=MASTERS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-266",
    ),
    ask="What may the holder of {credential} do in {component}?",
    advice="Write it down with `opens`, and take away what is not needed.",
)
