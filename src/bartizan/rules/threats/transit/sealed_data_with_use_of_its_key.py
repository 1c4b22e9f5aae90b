"""What is encrypted before it is sent is learned by whoever can use its key."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ASSET, CARRIES_SEALED, INTERFACE, KEY, KNOWS, TAPS, USES_KEY

RULE = Rule(
    name="sealed-data-with-use-of-its-key",
    says="{interface} carries {asset} encrypted with {key}",
    given=(
        TAPS(INTERFACE),
        CARRIES_SEALED(INTERFACE, ASSET, KEY),
        USES_KEY(KEY),
    ),
    then=KNOWS(ASSET),
)
