"""An altered credential makes its own user fail to log in, upon which a component may delete everything, where nothing is said."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import (
    ACCEPTS,
    ALTERS,
    COMMANDS,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    LISTENS,
    PURGE_UNSAID,
)

RULE = Rule(
    name="purge-by-altered-credential-perhaps",
    says="{credential}, once altered, fails on {interface} again and again, upon which {component} may delete what it keeps",
    given=(
        ALTERS(CREDENTIAL),
        ACCEPTS(INTERFACE, CREDENTIAL),
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
