"""A copy that is kept nobody knows where may be destroyed by anybody."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, LOST, PLACE_UNSAID, PLACEMENT

RULE = Rule(
    name="copy-nobody-knows-where-lost",
    says="{placement} may be destroyed by anybody",
    given=(
        ANYWHERE(),
        PLACE_UNSAID(PLACEMENT),
    ),
    then=LOST(PLACEMENT),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=("T1490",),
    ask="Who can destroy {placement}?",
    advice="Write down where it is kept and who may delete it.",
)
