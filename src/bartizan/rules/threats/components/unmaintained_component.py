"""A component that is made with something that nobody repairs any more falls to whoever sends it something."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, FEEDS, FLAW, MADE_WITH_ENDED, OWNS

RULE = Rule(
    name="unmaintained-component",
    says="{component} is made with {flaw}",
    given=(
        FEEDS(COMPONENT),
        MADE_WITH_ENDED(COMPONENT, FLAW),
    ),
    unless=(Unless("patching", COMPONENT, where_said=True),),
    then=OWNS(COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-1104",
        "CWE-1395",
        "T1190",
    ),
    ask="Who repairs {component}, which is made with {flaw}?",
    advice="Move to a version that is maintained, or name who repairs this one and how fast.",
)
