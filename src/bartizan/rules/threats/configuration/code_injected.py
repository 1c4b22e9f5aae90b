"""Whoever alters what a component runs controls it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, COMPONENT, LOADED_BY, OWNS

RULE = Rule(
    name="code-injected",
    says="{component} runs what {asset} says",
    given=(
        ALTERS(ASSET),
        LOADED_BY(ASSET, COMPONENT),
    ),
    unless=(Unless("code-integrity", ASSET, where_said=True),),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-829",
        "CWE-494",
        "CWE-94",
        "T1574",
    ),
    ask="Who can change {asset}, which {component} runs?",
    advice="Let only an administrator write it, or check a signature before it is loaded.",
)
