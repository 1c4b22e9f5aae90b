"""A flaw of the protocol lets somebody pass for the requestor."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import BREAKS_REQUESTOR, EXPLOITS, FLAW, INSIDE, INTERFACE

RULE = Rule(
    name="let-in-through-a-flaw",
    says="{flaw} lets somebody in on {interface} who is not the requestor",
    given=(
        EXPLOITS(INTERFACE, FLAW),
        BREAKS_REQUESTOR(INTERFACE, FLAW),
    ),
    then=INSIDE(INTERFACE),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-287",
        "CAPEC-151",
        "T1190",
    ),
    ask="Why does {interface} speak a protocol that has {flaw}?",
    advice="Use a protocol or version that does not have it, or have the requestor prove who it is by something that does.",
)
