"""Whoever can send a message makes its reader act on everything it keeps."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, COMMANDS, COMPONENT, TRIGGERS_ALL, VERB

RULE = Rule(
    name="triggered-everything",
    says="{asset} makes {component} {verb} everything there",
    given=(
        ALTERS(ASSET),
        TRIGGERS_ALL(ASSET, COMPONENT, VERB),
    ),
    unless=(Unless("message-authentication", ASSET, where_said=True),),
    then=COMMANDS(VERB, COMPONENT),
    stride=Stride.TAMPERING,
    weaknesses=(
        "CWE-345",
        "CWE-441",
    ),
    ask="How does {component} know who sent {asset}?",
    advice="Sign messages, or let only those who may send reach the queue.",
)
