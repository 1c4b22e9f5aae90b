"""A store of which nobody says what it is may be open to everybody."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, COMPONENT, KEEPS, KIND_UNSAID, MASTERS

RULE = Rule(
    name="kind-unknown-store",
    says="{component} keeps data and may be anything",
    given=(
        ANYWHERE(),
        KIND_UNSAID(COMPONENT),
        KEEPS(COMPONENT),
    ),
    then=MASTERS(COMPONENT),
)
