"""A credential may include the rights of any other, where nothing is said."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import CREDENTIAL, INCLUSION_UNSAID, POSES, POSES_ANY

RULE = Rule(
    name="inclusion-unknown",
    says="{credential} may let its holder do more",
    given=(
        POSES(CREDENTIAL),
        INCLUSION_UNSAID(CREDENTIAL),
    ),
    then=POSES_ANY(),
)
