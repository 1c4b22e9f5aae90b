"""A flaw of the protocol lets what an interface carries be read."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import BREAKS_ENCRYPTION, EXPLOITS, FLAW, INTERFACE, TAPS

RULE = Rule(
    name="read-through-a-flaw",
    says="{flaw} lets what {interface} carries be read",
    given=(
        EXPLOITS(INTERFACE, FLAW),
        BREAKS_ENCRYPTION(INTERFACE, FLAW),
    ),
    then=TAPS(INTERFACE),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=(
        "CWE-327",
        "CAPEC-157",
        "T1040",
    ),
    ask="Why does {interface} speak a protocol that has {flaw}?",
    advice="Use a protocol or version that does not have it, and switch this one off at both ends.",
)
