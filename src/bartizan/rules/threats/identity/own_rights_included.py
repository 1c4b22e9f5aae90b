"""Whoever has an account of their own may do what else it lets do."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCOUNT, ANOTHER, CREDENTIAL, INCLUDES, POSES

RULE = Rule(
    name="own-rights-included",
    says="each holder of {credential} may do what {another} may",
    given=(
        ACCOUNT(CREDENTIAL),
        INCLUDES(CREDENTIAL, ANOTHER),
    ),
    then=POSES(ANOTHER),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-269",
    ),
    ask="Does each holder of {credential} need the rights of {another}?",
    advice="Give each account the rights it needs and no others.",
)
