"""Data that somebody altered runs as a script where it is shown as it is."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ALTERS, ASSET, COMPONENT, RENDERED_BY, SCRIPTS

RULE = Rule(
    name="hostile-data-shown",
    says="{component} shows {asset} as it is",
    given=(
        ALTERS(ASSET),
        RENDERED_BY(ASSET, COMPONENT),
    ),
    unless=(Unless("sanitisation", COMPONENT),),
    then=SCRIPTS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-79",
        "CAPEC-63",
        "T1059",
    ),
    ask="Does {component} make {asset} harmless before it shows it?",
    advice="Escape it for where it is shown, and forbid scripts from elsewhere.",
)
