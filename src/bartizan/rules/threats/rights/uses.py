"""Whoever may use a key uses it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, CAN, USES_KEY

RULE = Rule(
    name="uses",
    says="{asset} can be used",
    given=(
        CAN("use", ASSET),
        ASSETS(ASSET),
    ),
    then=USES_KEY(ASSET),
)
