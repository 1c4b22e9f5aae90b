"""Whoever can alter one holder's message makes its reader act on everything it keeps."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS_ONE, ASSET, COMMANDS, COMPONENT, TRIGGERS_ALL, VERB

RULE = Rule(
    name="triggered-everything-by-one",
    says="{asset} of each holder makes {component} {verb} everything there",
    given=(
        ALTERS_ONE(ASSET),
        TRIGGERS_ALL(ASSET, COMPONENT, VERB),
    ),
    unless=(Unless("message-authentication", ASSET, where_said=True),),
    then=COMMANDS(VERB, COMPONENT),
    stride=Stride.TAMPERING,
    weaknesses=(
        "CWE-345",
        "CWE-441",
    ),
    ask="How does {component} know who sent {asset}, and for whom?",
    advice="Sign messages, and let each act on what belongs to its sender.",
)
