"""Whoever gets into an administration path controls what is administered."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ADMINISTERS, COMPONENT, INSIDE, INTERFACE, OWNS

RULE = Rule(
    name="administration-taken-over",
    says="{component} is administered over {interface}",
    given=(
        INSIDE(INTERFACE),
        ADMINISTERS(INTERFACE, COMPONENT),
    ),
    unless=(Unless("authorization", INTERFACE),),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-269",
        "CAPEC-122",
        "T1021",
    ),
    ask="Who gets in on {interface}, and what keeps everybody else from administering {component}?",
    advice="Administer over a network of its own, with accounts and a second factor of their own.",
)
