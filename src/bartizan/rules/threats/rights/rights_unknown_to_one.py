"""One holder of whose rights nothing is said may be able to do everything."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    MASTERS,
    RIGHTS_UNSAID,
    SPEAKS_ONE,
    STORE_LISTENS,
)

RULE = Rule(
    name="rights-unknown-to-one",
    says="{credential} may let each holder do everything in {component}",
    given=(
        SPEAKS_ONE(INTERFACE, CREDENTIAL),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
        RIGHTS_UNSAID(CREDENTIAL),
        STORE_LISTENS(COMPONENT, INTERFACE),
    ),
    then=MASTERS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-266",
    ),
    ask="What may one holder of {credential} do in {component}?",
    advice="Write it down with `opens`, and take away what is not needed.",
)
