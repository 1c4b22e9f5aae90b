"""A copy that is not encrypted can be read."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ASSET, COPIED, HELD, KNOWS, PLACEMENT

RULE = Rule(
    name="plain-copy",
    says="{placement} is not encrypted",
    given=(
        COPIED(PLACEMENT),
        HELD(PLACEMENT, ASSET),
    ),
    unless=(Unless("encryption-at-rest", PLACEMENT),),
    then=KNOWS(ASSET),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=(
        "CWE-312",
        "CWE-311",
        "CAPEC-37",
        "T1552",
    ),
    ask="Is {placement} encrypted, and who has the key?",
    advice="Encrypt it with a key that is not kept beside it, or write down why not.",
)
