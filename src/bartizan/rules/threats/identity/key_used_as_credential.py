"""Whoever can use a key passes for whoever it stands for, without having it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import CREDENTIAL, CREDENTIALS, POSES, USES_KEY

RULE = Rule(
    name="key-used-as-credential",
    says="{credential} need not be taken out to prove who somebody is",
    given=(
        USES_KEY(CREDENTIAL),
        CREDENTIALS(CREDENTIAL),
    ),
    unless=(
        Unless("binding", CREDENTIAL, where_said=True),
        Unless("second-factor", CREDENTIAL, where_said=True),
    ),
    then=POSES(CREDENTIAL),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-287",
        "CAPEC-151",
        "T1078",
    ),
    ask="Who can have something signed with {credential} where it is kept?",
    advice="Let a key that signs logins sign nothing else, and only for the component that logs in.",
)
