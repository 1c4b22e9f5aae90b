"""Where nobody is asked to prove who they are, everybody can claim to be anybody."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ACCEPTS, CREDENTIAL, INTERFACE, REACHES, SPEAKS

RULE = Rule(
    name="identity-claimed",
    says="{credential} is not really checked on {interface}",
    given=(
        REACHES(INTERFACE),
        ACCEPTS(INTERFACE, CREDENTIAL),
    ),
    unless=(Unless("authentication", INTERFACE),),
    then=SPEAKS(INTERFACE, CREDENTIAL),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-287",
        "CWE-290",
        "CAPEC-151",
    ),
    ask="If the check of {credential} fell away on {interface}, whom could one claim to be?",
    advice="Let the check fail closed, and keep what it relies on where its users cannot reach it.",
)
