"""A user's own data that a component runs gives its author the component."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ASSET, COMPONENT, LOADED_BY, OWNS, SUPPLIES

RULE = Rule(
    name="own-code-run",
    says="users may write {asset} of their own, and {component} runs what it says",
    given=(
        SUPPLIES(ASSET),
        LOADED_BY(ASSET, COMPONENT),
    ),
    unless=(Unless("confinement", COMPONENT),),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-94",
        "CWE-434",
        "CAPEC-242",
        "T1059",
    ),
    ask="What can {asset} of a user make {component} do, and to whom?",
    advice="Run what users bring where nothing of others is within its reach, for each run anew.",
)
