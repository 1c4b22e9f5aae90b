"""What is encrypted before it is sent is learned with its key."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CARRIES_SEALED, INTERFACE, KEY, KNOWS, TAPS

RULE = Rule(
    name="sealed-data-with-its-key",
    says="{interface} carries {asset} encrypted with {key}",
    given=(
        TAPS(INTERFACE),
        CARRIES_SEALED(INTERFACE, ASSET, KEY),
        KNOWS(KEY),
    ),
    then=KNOWS(ASSET),
)
