"""Whoever can try to log in may make a component delete everything, where nothing is said."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMMANDS, COMPONENT, INTERFACE, LISTENS, PURGE_UNSAID, REACHES

RULE = Rule(
    name="purge-by-wrong-logins-perhaps",
    says="anybody who reaches {interface} can fail to log in, upon which {component} may delete what it keeps",
    given=(
        REACHES(INTERFACE),
        LISTENS(COMPONENT, INTERFACE),
        PURGE_UNSAID(COMPONENT),
    ),
    unless=(Unless("no-purge", COMPONENT),),
    then=COMMANDS("erase", COMPONENT),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-307",
        "CWE-645",
        "CAPEC-2",
        "T1531",
    ),
    ask="Does {component} delete anything by itself after failed logins?",
    advice="Do not let it purge by itself, or watch failed logins and slow down the retries of its clients.",
)
