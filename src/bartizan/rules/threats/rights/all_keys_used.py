"""Whoever may use everything in a store can use each key in it."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, COMMANDS, COMPONENT, KEPT, PLACEMENT, USES_KEY

RULE = Rule(
    name="all-keys-used",
    says="{asset} is kept in {component}",
    given=(
        COMMANDS("use", COMPONENT),
        KEPT(PLACEMENT, ASSET, COMPONENT),
    ),
    then=USES_KEY(ASSET),
)
