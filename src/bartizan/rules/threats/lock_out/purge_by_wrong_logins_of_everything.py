"""Whoever can try to log in makes a component delete everything, where it does so after failed logins."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import (
    COMMANDS,
    COMPONENT,
    INTERFACE,
    LISTENS,
    PURGES_ALL,
    REACHES,
    VERB,
)

RULE = Rule(
    name="purge-by-wrong-logins-of-everything",
    says="anybody who reaches {interface} can fail to log in, upon which {component} will {verb} everything it keeps",
    given=(
        REACHES(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
        PURGES_ALL(COMPONENT, VERB),
    ),
    unless=(Unless("no-purge", COMPONENT),),
    then=COMMANDS(VERB, COMPONENT),
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
