"""One holder's credential may do what nobody has ruled out."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANOTHER, CREDENTIAL, MAYBE_INCLUDES, POSES, POSES_ONE

RULE = Rule(
    name="rights-perhaps-included-of-one",
    says="{credential} of one holder may be allowed what {another} is",
    given=(
        POSES_ONE(CREDENTIAL),
        MAYBE_INCLUDES(CREDENTIAL, ANOTHER),
    ),
    then=POSES(ANOTHER),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-269",
    ),
    ask="Can {credential} do what {another} can, in any configuration?",
    advice="Give each account the rights it needs and no others, and say so.",
)
