"""An administrator's own account of which nothing is said may control everything."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    ADMINISTERS,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    OWNS,
    RIGHTS_UNSAID,
    SPEAKS_ONE,
)

RULE = Rule(
    name="administration-of-unknown-rights-by-one",
    says="{credential} of one holder administers {component} over {interface}",
    given=(
        SPEAKS_ONE(INTERFACE, CREDENTIAL),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
        RIGHTS_UNSAID(CREDENTIAL),
        ADMINISTERS(INTERFACE, COMPONENT),
    ),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-269",
    ),
    ask="What may one holder of {credential} do to {component}?",
    advice="Write it down with `opens`, and take away what is not needed.",
)
