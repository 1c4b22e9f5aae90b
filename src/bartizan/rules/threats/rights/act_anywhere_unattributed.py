"""What may happen in any component may be unattributed in each."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import COMPONENT, ENTERS_ANY, SOFTWARE, UNATTRIBUTED

RULE = Rule(
    name="act-anywhere-unattributed",
    says="{component} may be where it happens, and nobody knows whether it is recorded there",
    given=(
        ENTERS_ANY(),
        SOFTWARE(COMPONENT),
    ),
    then=UNATTRIBUTED(COMPONENT),
)
