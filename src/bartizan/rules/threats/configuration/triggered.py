"""Whoever can send a message makes its reader act."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, CAN, TARGET, TRIGGERS, VERB

RULE = Rule(
    name="triggered",
    says="{asset} makes its reader {verb} {target}",
    given=(
        ALTERS(ASSET),
        TRIGGERS(ASSET, VERB, TARGET),
    ),
    unless=(Unless("message-authentication", ASSET, where_said=True),),
    then=CAN(VERB, TARGET),
    stride=Stride.TAMPERING,
    weaknesses=(
        "CWE-345",
        "CWE-441",
        "CAPEC-151",
    ),
    ask="How does the reader of {asset} know who sent it?",
    advice="Sign messages, or let only those who may send reach the queue.",
)
