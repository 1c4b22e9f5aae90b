"""One holder's credential may include the rights of any other, where nothing is said."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CREDENTIAL, INCLUSION_UNSAID, POSES_ANY, POSES_ONE

RULE = Rule(
    name="inclusion-unknown-of-one",
    says="{credential} may let its holder do more",
    given=(
        POSES_ONE(CREDENTIAL),
        INCLUSION_UNSAID(CREDENTIAL),
    ),
    then=POSES_ANY(),
)
