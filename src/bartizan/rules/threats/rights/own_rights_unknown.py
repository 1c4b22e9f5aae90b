"""Whoever has an account of their own, of whose rights nothing is said, may be able to do everything."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    ACCOUNT,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    MASTERS,
    REACHES,
    RIGHTS_UNSAID,
    STORE_LISTENS,
)

RULE = Rule(
    name="own-rights-unknown",
    says="{credential} may let each holder do everything in {component}, whoever they are",
    given=(
        ACCOUNT(CREDENTIAL),
        REACHES(INTERFACE),
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
    ask="What may any holder of {credential} do in {component}?",
    advice="Write it down with `opens`, and take away what is not needed.",
)
