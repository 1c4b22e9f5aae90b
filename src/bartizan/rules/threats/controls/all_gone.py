"""What several controls guard is open once all of them are gone."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Every
from bartizan.rules.threats.vocabulary import CONTROL, FILLS, GUARDED, OFF, OTHER_CONTROL

RULE = Rule(
    name="all-gone",
    says="none of the controls that do the work of {control} holds",
    given=(
        GUARDED(CONTROL),
        Every(OFF(OTHER_CONTROL), FILLS(OTHER_CONTROL, CONTROL)),
    ),
    then=OFF(CONTROL),
)
