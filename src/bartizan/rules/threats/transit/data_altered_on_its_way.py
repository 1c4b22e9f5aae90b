"""What is not protected on its way is altered by whoever sits on the path."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import HEARS, INTERFACE, INTERFACES, TAMPERS

RULE = Rule(
    name="data-altered-on-its-way",
    says="an alteration of what {interface} carries is not noticed",
    given=(
        HEARS(INTERFACE),
        INTERFACES(INTERFACE),
    ),
    unless=(Unless("integrity", INTERFACE),),
    then=TAMPERS(INTERFACE),
    stride=Stride.TAMPERING,
    weaknesses=(
        "CWE-345",
        "CWE-353",
        "CAPEC-94",
        "T1565",
    ),
    ask="Would anybody notice that what {interface} carries was altered on its way?",
    advice="Run it within TLS 1.2 or newer, or sign what travels.",
)
