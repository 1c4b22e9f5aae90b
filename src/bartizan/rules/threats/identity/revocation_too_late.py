"""A stolen credential works until it is taken back."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import CREDENTIAL, KNOWS, POSES, WORKS_UNTIL_REVOKED

RULE = Rule(
    name="revocation-too-late",
    says="{credential} is not taken back in time",
    given=(
        KNOWS(CREDENTIAL),
        WORKS_UNTIL_REVOKED(CREDENTIAL),
    ),
    unless=(
        Unless("revocation", CREDENTIAL),
        Unless("binding", CREDENTIAL, where_said=True),
        Unless("second-factor", CREDENTIAL, where_said=True),
    ),
    then=POSES(CREDENTIAL),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-299",
        "CWE-298",
    ),
    ask="How long does it take until everybody refuses {credential} once it is stolen?",
    advice="Prefer a lifetime shorter than an attack takes to a revocation that must be asked for.",
)
