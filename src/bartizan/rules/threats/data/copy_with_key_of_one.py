"""One holder's data in an encrypted copy can be read with that holder's key."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, COPIED, KEY, KNOWS_ONE, PLACEMENT, SEALED

RULE = Rule(
    name="copy-with-key-of-one",
    says="{placement} is encrypted with {key}, of which each holder has one",
    given=(
        COPIED(PLACEMENT),
        SEALED(PLACEMENT, ASSET, KEY),
        KNOWS_ONE(KEY),
    ),
    then=KNOWS_ONE(ASSET),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=(
        "CWE-922",
        "CWE-522",
    ),
    ask="Who can get both {placement} and {key} of one holder?",
    advice="Keep the keys where those who can copy the data cannot reach them.",
)
