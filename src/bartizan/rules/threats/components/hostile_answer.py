"""A requestor with a bug that can be exploited falls to whoever answers it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, INTERFACE, OWNS, REQUESTS, ROGUE, SOFTWARE

RULE = Rule(
    name="hostile-answer",
    says="{component} may have a bug that an answer on {interface} can exploit",
    given=(
        ROGUE(INTERFACE),
        REQUESTS(COMPONENT, INTERFACE),
        SOFTWARE(COMPONENT),
    ),
    unless=(Unless("hardening", COMPONENT),),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-20",
        "CWE-502",
        "CAPEC-242",
    ),
    ask="What does {component} do with an answer on {interface} that is not what it expects?",
    advice="Validate answers as strictly as requests.",
)
