"""One holder's credential may do what another lets do."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANOTHER, CREDENTIAL, INCLUDES, POSES, POSES_ONE

RULE = Rule(
    name="included-rights-of-one",
    says="{credential} of one holder may do what {another} may",
    given=(
        POSES_ONE(CREDENTIAL),
        INCLUDES(CREDENTIAL, ANOTHER),
    ),
    then=POSES(ANOTHER),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-269",
    ),
    ask="Does {credential} need the rights of {another}?",
    advice="Give each account the rights it needs and no others.",
)
