"""Whoever can try to log in makes a component delete what it deletes after failed logins."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import (
    CAN,
    COMPONENT,
    INTERFACE,
    LISTENS,
    PURGES,
    REACHES,
    TARGET,
    VERB,
)

RULE = Rule(
    name="purge-by-wrong-logins",
    says="anybody who reaches {interface} can fail to log in, upon which {component} will {verb} {target}",
    given=(
        REACHES(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
        PURGES(COMPONENT, VERB, TARGET),
    ),
    unless=(Unless("no-purge", COMPONENT),),
    then=CAN(VERB, TARGET),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-307",
        "CWE-645",
        "CAPEC-2",
        "T1531",
    ),
    ask="After how many failed logins does {component} delete something, and who would notice before?",
    advice="Do not let it purge by itself, or watch failed logins and slow down the retries of its clients.",
)
