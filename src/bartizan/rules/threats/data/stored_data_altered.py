"""A stored form that is not checked can be altered."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, HELD_IN_USE, OVERWROTE, PLACEMENT

RULE = Rule(
    name="stored-data-altered",
    says="an alteration of {placement} is not noticed",
    given=(
        OVERWROTE(PLACEMENT),
        HELD_IN_USE(PLACEMENT, ASSET),
    ),
    unless=(Unless("integrity-at-rest", PLACEMENT),),
    then=ALTERS(ASSET),
    stride=Stride.TAMPERING,
    weaknesses=(
        "CWE-345",
        "CWE-353",
        "CWE-471",
        "T1565",
    ),
    ask="Would anybody notice that {placement} was altered?",
    advice="Check it with a key that is not kept beside it, and keep it from those who need not write it.",
)
