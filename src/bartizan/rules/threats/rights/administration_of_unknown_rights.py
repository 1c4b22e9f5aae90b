"""An account for administration of which nothing is said may control everything."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS,
    ADMINISTERS,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    OWNS,
    RIGHTS_UNSAID,
    SPEAKS,
)

RULE = Rule(
    name="administration-of-unknown-rights",
    says="{credential} administers {component} over {interface}",
    given=(
        SPEAKS(INTERFACE, CREDENTIAL),
        ACCEPTS(INTERFACE, CREDENTIAL),
        RIGHTS_UNSAID(CREDENTIAL),
        ADMINISTERS(INTERFACE, COMPONENT),
    ),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-269",
    ),
    ask="What may the holder of {credential} do to {component}?",
    advice="Write it down with `opens`, and take away what is not needed.",
)
