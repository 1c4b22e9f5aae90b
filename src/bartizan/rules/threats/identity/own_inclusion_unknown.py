"""An account of the attacker's own may include the rights of any other, where nothing is said."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ACCOUNT, CREDENTIAL, INCLUSION_UNSAID, POSES_ANY

RULE = Rule(
    name="own-inclusion-unknown",
    says="{credential} may let its holder do more",
    given=(
        ACCOUNT(CREDENTIAL),
        INCLUSION_UNSAID(CREDENTIAL),
    ),
    then=POSES_ANY(),
)
