"""A key that may be copied and cannot be taken out can be used."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CAN, PLACEMENT, UNEXTRACTABLE, USES_KEY

RULE = Rule(
    name="key-copied-is-used",
    says="{asset} cannot be taken out, but it can be used where it is",
    given=(
        CAN("copy", PLACEMENT),
        UNEXTRACTABLE(PLACEMENT, ASSET),
    ),
    then=USES_KEY(ASSET),
)
