"""What is encrypted cannot be read again without its key."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, DESTROYS, KEY, KEYLESS, PLACEMENT, SEALED

RULE = Rule(
    name="key-destroyed",
    says="{placement} is encrypted with {key}, which is lost",
    given=(
        DESTROYS(KEY),
        SEALED(PLACEMENT, ASSET, KEY),
    ),
    then=KEYLESS(PLACEMENT),
)
