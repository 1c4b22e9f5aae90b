"""An encrypted copy can be read with its key."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, COPIED, KEY, KNOWS, PLACEMENT, SEALED

RULE = Rule(
    name="copy-with-its-key",
    says="{placement} is encrypted with {key}",
    given=(
        COPIED(PLACEMENT),
        SEALED(PLACEMENT, ASSET, KEY),
        KNOWS(KEY),
    ),
    then=KNOWS(ASSET),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=(
        "CWE-922",
        "CWE-522",
    ),
    ask="Who can get both {placement} and {key}?",
    advice="Keep the key where those who can copy the data cannot reach it.",
)
