"""A copy that is kept nobody knows where may be found by anybody."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, COPIED, PLACE_UNSAID, PLACEMENT

RULE = Rule(
    name="copy-nobody-knows-where",
    says="{placement} may be found by anybody",
    given=(
        ANYWHERE(),
        PLACE_UNSAID(PLACEMENT),
    ),
    then=COPIED(PLACEMENT),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=(
        "CWE-668",
        "CWE-538",
    ),
    ask="Where exactly is {placement}, and who gets at it?",
    advice="Write down where it is kept, encrypted how, and who may fetch it.",
)
