"""Whoever may have changed anything may have changed each thing."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, ASSETS, CHANGED_ANYTHING

RULE = Rule(
    name="anything-changed",
    says="{asset} may be among what it carries",
    given=(
        CHANGED_ANYTHING(),
        ASSETS(ASSET),
    ),
    then=ALTERS(ASSET),
)
