"""A flaw of the protocol lets what an interface carries be altered."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import BREAKS_INTEGRITY, EXPLOITS, FLAW, INTERFACE, TAMPERS

RULE = Rule(
    name="altered-through-a-flaw",
    says="{flaw} lets what {interface} carries be altered",
    given=(
        EXPLOITS(INTERFACE, FLAW),
        BREAKS_INTEGRITY(INTERFACE, FLAW),
    ),
    then=TAMPERS(INTERFACE),
    stride=Stride.TAMPERING,
    weaknesses=(
        "CWE-353",
        "CAPEC-94",
        "T1557",
    ),
    ask="Why does {interface} speak a protocol that has {flaw}?",
    advice="Use a protocol or version that does not have it, and switch this one off at both ends.",
)
