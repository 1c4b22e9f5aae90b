"""An encrypted copy can be read by whoever can use its key."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, COPIED, KEY, KNOWS, PLACEMENT, SEALED, USES_KEY

RULE = Rule(
    name="copy-with-use-of-its-key",
    says="{placement} is encrypted with {key}",
    given=(
        COPIED(PLACEMENT),
        SEALED(PLACEMENT, ASSET, KEY),
        USES_KEY(KEY),
    ),
    then=KNOWS(ASSET),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=("CWE-653",),
    ask="Who can get {placement} and have it decrypted with {key}?",
    advice="Limit who may ask for decryption, and how much.",
)
