"""Whoever passes for a principal is let in as that."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCEPTS, CREDENTIAL, INTERFACE, POSES, REACHES, SPEAKS

RULE = Rule(
    name="let-in-with-credential",
    says="{interface} accepts {credential}",
    given=(
        POSES(CREDENTIAL),
        REACHES(INTERFACE),
        ACCEPTS(INTERFACE, CREDENTIAL),
    ),
    then=SPEAKS(INTERFACE, CREDENTIAL),
)
