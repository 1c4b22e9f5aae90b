"""A credential stolen from one holder works until it is taken back."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import CREDENTIAL, KNOWS_ONE, POSES_ONE, WORKS_UNTIL_REVOKED

RULE = Rule(
    name="revocation-too-late-for-one",
    says="{credential} of one holder is not taken back in time",
    given=(
        KNOWS_ONE(CREDENTIAL),
        WORKS_UNTIL_REVOKED(CREDENTIAL),
    ),
    unless=(
        Unless("revocation", CREDENTIAL),
        Unless("binding", CREDENTIAL, where_said=True),
        Unless("second-factor", CREDENTIAL, where_said=True),
    ),
    then=POSES_ONE(CREDENTIAL),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-299",
        "CWE-298",
    ),
    ask="How long does it take until everybody refuses {credential} of one holder once it is stolen?",
    advice="Prefer a lifetime shorter than an attack takes to a revocation that must be asked for.",
)
