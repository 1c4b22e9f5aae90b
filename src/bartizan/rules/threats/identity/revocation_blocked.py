"""A check that lets pass what it cannot ask about can be kept from asking."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CONTROL, HEARS, INTERFACE, OFF, SOFT_FAIL

RULE = Rule(
    name="revocation-blocked",
    says="{control} is passed over on {interface} when nobody can be asked",
    given=(
        HEARS(INTERFACE),
        SOFT_FAIL(CONTROL, INTERFACE),
    ),
    then=OFF(CONTROL),
    stride=Stride.SPOOFING,
    weaknesses=(
        "CWE-299",
        "CWE-636",
    ),
    ask="What does the checker on {interface} do when it cannot ask whether a certificate was revoked?",
    advice="Refuse when the answer is missing, or staple it.",
)
