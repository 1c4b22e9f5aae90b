"""What is not many, each of another holder, is there as a whole for whoever gets at one holder's."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CAN, CAN_ONE, SINGLE, TARGET, VERB, VERBS

RULE = Rule(
    name="only-one",
    says="there is only one {target}, whoever it is shown to",
    given=(
        CAN_ONE(VERB, TARGET),
        VERBS(VERB),
        SINGLE(TARGET),
    ),
    then=CAN(VERB, TARGET),
)
