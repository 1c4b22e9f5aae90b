"""A flaw of the protocol lets somebody else answer in place of the listener."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import BREAKS_LISTENER, EXPLOITS, FLAW, INTERFACE, ROGUE

RULE = Rule(
    name="listener-imitated-through-a-flaw",
    says="{flaw} lets somebody else answer on {interface}",
    given=(
        EXPLOITS(INTERFACE, FLAW),
        BREAKS_LISTENER(INTERFACE, FLAW),
    ),
    then=ROGUE(INTERFACE),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-290",
        "CAPEC-94",
        "T1557",
    ),
    ask="Why does {interface} speak a protocol that has {flaw}?",
    advice="Use a protocol or version that does not have it, and check who answers by something that does.",
)
