"""Whoever sits on the path can cut the connection."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import CUTS, HEARS, INTERFACE, INTERFACES

RULE = Rule(
    name="connection-cut",
    says="{interface} can be cut by whoever sits on its path",
    given=(
        HEARS(INTERFACE),
        INTERFACES(INTERFACE),
    ),
    unless=(Unless("availability", INTERFACE),),
    then=CUTS(INTERFACE),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-693",
        "T1498",
    ),
    ask="What happens when {interface} is cut?",
    advice="Have a second path, or let the requestor work on for a while without it.",
)
