"""What somebody holds they know."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACTOR, ACTS, ASSET, HOLDS, KNOWS

RULE = Rule(
    name="holds-from-the-start",
    says="{actor} has {asset} from the start",
    given=(
        ACTS(ACTOR),
        HOLDS(ACTOR, ASSET),
    ),
    then=KNOWS(ASSET),
)
