"""An altered credential makes its own user fail to log in until a component deletes what it deletes by itself."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import (
    ACCEPTS,
    ALTERS,
    CAN,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    LISTENS,
    PURGES,
    TARGET,
    VERB,
)

RULE = Rule(
    name="purge-by-altered-credential",
    says="{credential}, once altered, fails on {interface} again and again, upon which {component} will {verb} {target}",
    given=(
        ALTERS(CREDENTIAL),
        ACCEPTS(INTERFACE, CREDENTIAL),
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
