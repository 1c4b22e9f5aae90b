"""A user who may name the other end of an interface can name one of their own."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ASSET, CONFIGURES, INTERFACE, ROGUE, SUPPLIES

RULE = Rule(
    name="own-peer-named",
    says="users may write {asset} of their own, which names the other end of {interface}",
    given=(
        SUPPLIES(ASSET),
        CONFIGURES(ASSET, INTERFACE),
    ),
    unless=(Unless("peer-pinning", INTERFACE, where_said=True),),
    then=ROGUE(INTERFACE),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-918",
        "CWE-441",
        "CAPEC-664",
    ),
    ask="Which addresses may a user name in {asset}, and what is sent there over {interface}?",
    advice="Send only where a list allows, look the address up once, and show no credential of the service there.",
)
