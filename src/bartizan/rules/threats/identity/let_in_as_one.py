"""Whoever passes for one holder is let in as that one."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    CREDENTIAL,
    INTERFACE,
    POSES_ONE,
    REACHES,
    SPEAKS_ONE,
)

RULE = Rule(
    name="let-in-as-one",
    says="{interface} accepts {credential}",
    given=(
        POSES_ONE(CREDENTIAL),
        REACHES(INTERFACE),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
    ),
    then=SPEAKS_ONE(INTERFACE, CREDENTIAL),
)
