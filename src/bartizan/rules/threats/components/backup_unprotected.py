"""A backup that nobody looks after is open to whoever finds it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import ANYWHERE, BACKUPS, COMMANDS, STORE

RULE = Rule(
    name="backup-unprotected",
    says="{store} is not looked after",
    given=(
        ANYWHERE(),
        BACKUPS(STORE),
    ),
    unless=(Unless("handling", STORE),),
    then=COMMANDS("copy", STORE),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=(
        "CWE-530",
        "CWE-311",
        "T1552",
    ),
    ask="Where is {store}, who gets at it, and is it encrypted?",
    advice="Write down how it is made, encrypted, moved, kept and destroyed, and who may do each.",
)
