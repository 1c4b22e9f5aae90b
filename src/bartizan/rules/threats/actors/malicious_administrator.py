"""An administrator who turns hostile controls what they administer."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, ADMINISTERS, COMPONENT, INTERFACE, OWNS, USES

RULE = Rule(
    name="malicious-administrator",
    says="{actor} administers {component} over {interface}",
    given=(
        ACTS(ACTOR),
        USES(ACTOR, INTERFACE),
        ADMINISTERS(INTERFACE, COMPONENT),
    ),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-269",
        "T1078",
    ),
    ask="Who administers {component} over {interface}, and who would notice that they misuse it?",
    advice="Say whether malicious administrators are in scope; if so, split duties and keep records that they cannot alter.",
)
