"""A user's own data runs as a script where it is shown to others as it is."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ASSET, COMPONENT, RENDERED_BY, SCRIPTS, SUPPLIES

RULE = Rule(
    name="own-hostile-data-shown",
    says="users may write {asset} of their own, and {component} shows it as it is",
    given=(
        SUPPLIES(ASSET),
        RENDERED_BY(ASSET, COMPONENT),
    ),
    unless=(Unless("sanitisation", COMPONENT),),
    then=SCRIPTS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-79",
        "CAPEC-63",
    ),
    ask="Does {component} make {asset} harmless before it shows it to others?",
    advice="Escape it for where it is shown, and forbid scripts from elsewhere.",
)
