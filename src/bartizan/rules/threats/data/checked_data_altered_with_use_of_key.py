"""A stored form is altered unnoticed by whoever can use the key of its check."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CHECKED, KEY, OVERWROTE, PLACEMENT, USES_KEY

RULE = Rule(
    name="checked-data-altered-with-use-of-key",
    says="an alteration of {placement} is noticed only with {key}",
    given=(
        OVERWROTE(PLACEMENT),
        CHECKED(PLACEMENT, ASSET, KEY),
        USES_KEY(KEY),
    ),
    then=ALTERS(ASSET),
    stride=Stride.TAMPERING,
    weaknesses=(
        "CWE-345",
        "CWE-653",
    ),
    ask="Who can write {placement} and use {key}?",
    advice="Limit who may ask for a check value.",
)
