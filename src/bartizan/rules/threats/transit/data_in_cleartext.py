"""What is not encrypted on its way is seen by whoever sits on the path."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import HEARS, INTERFACE, INTERFACES, TAPS

RULE = Rule(
    name="data-in-cleartext",
    says="what {interface} carries is not encrypted on its way",
    given=(
        HEARS(INTERFACE),
        INTERFACES(INTERFACE),
    ),
    unless=(Unless("encryption", INTERFACE),),
    then=TAPS(INTERFACE),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=(
        "CWE-319",
        "CAPEC-117",
        "CAPEC-157",
        "T1040",
    ),
    ask="Is {interface} encrypted, from end to end?",
    advice="Run it within TLS 1.2 or newer, and refuse anything else.",
)
