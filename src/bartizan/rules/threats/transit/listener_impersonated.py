"""Where the requestor does not check whom it talks to, whoever sits on the path can answer."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import HEARS, INTERFACE, INTERFACES, ROGUE

RULE = Rule(
    name="listener-impersonated",
    says="the requestor does not check who answers on {interface}",
    given=(
        HEARS(INTERFACE),
        INTERFACES(INTERFACE),
    ),
    unless=(Unless("server-authentication", INTERFACE),),
    then=ROGUE(INTERFACE),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-295",
        "CWE-300",
        "CAPEC-94",
        "T1557",
    ),
    ask="How does the requestor of {interface} know whom it talks to?",
    advice="Check the listener's certificate against an authority of your own.",
)
