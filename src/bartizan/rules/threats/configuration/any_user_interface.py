"""Whoever may run scripts in any user interface may run them in each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, SCRIPTS, SCRIPTS_ANY, USER_INTERFACES

RULE = Rule(
    name="any-user-interface",
    says="{component} may be that user interface, and shows things as they are",
    given=(
        SCRIPTS_ANY(),
        USER_INTERFACES(COMPONENT),
    ),
    unless=(Unless("sanitisation", COMPONENT),),
    then=SCRIPTS(COMPONENT),
)
