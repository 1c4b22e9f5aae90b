"""Whoever has an account of their own may do what nobody has ruled out."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCOUNT, ANOTHER, CREDENTIAL, MAYBE_INCLUDES, POSES

RULE = Rule(
    name="own-rights-perhaps-included",
    says="each holder of {credential} may be allowed what {another} is",
    given=(
        ACCOUNT(CREDENTIAL),
        MAYBE_INCLUDES(CREDENTIAL, ANOTHER),
    ),
    then=POSES(ANOTHER),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-269",
    ),
    ask="Can any holder of {credential} do what {another} can, in any configuration?",
    advice="Give each account the rights it needs and no others, and say so.",
)
