"""Data of which every copy is encrypted with a lost key is lost, however many backups there are."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Every
from bartizan.rules.threats.vocabulary import ASSET, ASSETS, DESTROYS, HELD, KEYLESS, PLACEMENT

RULE = Rule(
    name="lost-with-its-key",
    says="every copy of {asset} is encrypted with a key that is lost",
    given=(
        ASSETS(ASSET),
        Every(KEYLESS(PLACEMENT), HELD(PLACEMENT, ASSET)),
    ),
    then=DESTROYS(ASSET),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-693",
        "T1485",
        "T1486",
    ),
    ask="What is lost with the key of {asset}, and is there another copy of that key?",
    advice="Back the key up, apart from the data, and try the restore.",
)
