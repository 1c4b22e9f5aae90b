"""Where nobody records who did what, whoever did it can deny it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, ENTERS, SOFTWARE, UNATTRIBUTED

RULE = Rule(
    name="act-nobody-can-attribute",
    says="{component} keeps no record of who did what",
    given=(
        ENTERS(COMPONENT),
        SOFTWARE(COMPONENT),
    ),
    unless=(Unless("audit", COMPONENT),),
    then=UNATTRIBUTED(COMPONENT),
    stride=Stride.REPUDIATION,
    weaknesses=(
        "CWE-778",
        "CWE-223",
    ),
    ask="Does {component} record who did what, where whoever takes it over cannot erase it?",
    advice="Record who, what, when, from where and with what result, and send it at once to where the component cannot change it.",
)
