"""What is encrypted is not served with a wrong key."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, GAP, KEY, PLACEMENT, SEALED

RULE = Rule(
    name="key-wrong",
    says="{placement} is encrypted with {key}, which was altered",
    given=(ALTERS(KEY), SEALED(PLACEMENT, ASSET, KEY)),
    then=GAP(PLACEMENT),
)
