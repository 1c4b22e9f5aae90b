"""Whoever may pass for anybody may pass for each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CREDENTIAL, CREDENTIALS, POSES, POSES_ANY

RULE = Rule(
    name="passes-for-anybody",
    says="that may be whoever {credential} stands for",
    given=(
        POSES_ANY(),
        CREDENTIALS(CREDENTIAL),
    ),
    then=POSES(CREDENTIAL),
)
