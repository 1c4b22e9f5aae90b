"""Data of which nobody says what it is may be a credential."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, ASSET_KIND_UNSAID, KNOWS, POSES_ANY

RULE = Rule(
    name="data-that-may-open-something",
    says="{asset} may open something",
    given=(
        KNOWS(ASSET),
        ASSET_KIND_UNSAID(ASSET),
    ),
    then=POSES_ANY(),
)
