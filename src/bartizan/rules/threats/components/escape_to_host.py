"""Whoever controls a process gets hold of its host where nothing keeps them in."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, HOSTS, OTHER, OWNS, SOFTWARE

RULE = Rule(
    name="escape-to-host",
    says="{component} runs on {other}, and nothing keeps it in",
    given=(
        OWNS(COMPONENT),
        HOSTS(OTHER, COMPONENT),
        SOFTWARE(COMPONENT),
    ),
    unless=(Unless("escape-protection", OTHER),),
    then=OWNS(OTHER),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-250",
        "CWE-269",
        "CAPEC-233",
        "T1068",
        "T1611",
    ),
    ask="What keeps somebody who controls {component} from controlling {other}?",
    advice="Run it without privileges and confine it.",
)
