"""A stolen credential works for whoever has it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import CREDENTIAL, KNOWS, POSES, WORKS_WHEN_STOLEN

RULE = Rule(
    name="stolen-credential",
    says="{credential} works for whoever has it",
    given=(
        KNOWS(CREDENTIAL),
        WORKS_WHEN_STOLEN(CREDENTIAL),
    ),
    unless=(
        Unless("binding", CREDENTIAL, where_said=True),
        Unless("second-factor", CREDENTIAL, where_said=True),
    ),
    then=POSES(CREDENTIAL),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-522",
        "CAPEC-60",
        "T1078",
    ),
    ask="What could somebody do who has {credential}, and who would notice?",
    advice="Bind it to where it is used, let it live shortly, and rotate it.",
)
