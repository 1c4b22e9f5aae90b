"""A stored form is altered unnoticed with the key of its check."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CHECKED, KEY, KNOWS, OVERWROTE, PLACEMENT

RULE = Rule(
    name="checked-data-altered-with-key",
    says="an alteration of {placement} is noticed only with {key}",
    given=(
        OVERWROTE(PLACEMENT),
        CHECKED(PLACEMENT, ASSET, KEY),
        KNOWS(KEY),
    ),
    then=ALTERS(ASSET),
    stride=Stride.TAMPERING,
    weaknesses=(
        "CWE-345",
        "CWE-653",
    ),
    ask="Who can get both {placement} and {key}?",
    advice="Keep the key where those who can write the data cannot reach it.",
)
