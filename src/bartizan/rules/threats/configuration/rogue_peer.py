"""Whoever alters the address of a peer can point to one of their own."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CONFIGURES, INTERFACE, ROGUE

RULE = Rule(
    name="rogue-peer",
    says="{asset} names the other end of {interface}",
    given=(
        ALTERS(ASSET),
        CONFIGURES(ASSET, INTERFACE),
    ),
    unless=(Unless("peer-pinning", INTERFACE, where_said=True),),
    then=ROGUE(INTERFACE),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-15",
        "CWE-441",
        "CAPEC-176",
        "T1565",
    ),
    ask="Who can change where {interface} leads?",
    advice="Check who answers against something that is not in the same place as the address.",
)
