"""A stolen credential lets its thief pass for its holder."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import CREDENTIAL, KNOWS_ONE, POSES_ONE, WORKS_ONE

RULE = Rule(
    name="stolen-credential-of-one",
    says="{credential} of one holder works for whoever has it",
    given=(
        KNOWS_ONE(CREDENTIAL),
        WORKS_ONE(CREDENTIAL),
    ),
    unless=(
        Unless("binding", CREDENTIAL, where_said=True),
        Unless("second-factor", CREDENTIAL, where_said=True),
    ),
    then=POSES_ONE(CREDENTIAL),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-522",
        "CWE-294",
        "CAPEC-60",
        "T1528",
    ),
    ask="What could somebody do who has another holder's {credential}?",
    advice="Let it live shortly, bind it to its holder, and let holders end it.",
)
