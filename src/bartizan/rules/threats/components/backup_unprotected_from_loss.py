"""A backup that nobody looks after can be destroyed by whoever finds it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ANYWHERE, BACKUPS, COMMANDS, STORE

RULE = Rule(
    name="backup-unprotected-from-loss",
    says="{store} is not looked after",
    given=(
        ANYWHERE(),
        BACKUPS(STORE),
    ),
    unless=(Unless("handling", STORE),),
    then=COMMANDS("erase", STORE),
    stride=Stride.DENIAL_OF_SERVICE,
    weaknesses=(
        "CWE-552",
        "T1490",
    ),
    ask="Who can destroy {store}?",
    advice="Keep one copy where nobody who runs the service can delete it.",
)
