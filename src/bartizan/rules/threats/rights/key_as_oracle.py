"""A key that cannot be taken out can be used where it is."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ASSET,
    COMMANDS,
    COMPONENT,
    KEPT,
    PLACEMENT,
    UNEXTRACTABLE,
    USES_KEY,
)

RULE = Rule(
    name="key-as-oracle",
    says="{asset} cannot be taken out of {component}, but it can be used there",
    given=(
        COMMANDS("copy", COMPONENT),
        KEPT(PLACEMENT, ASSET, COMPONENT),
        UNEXTRACTABLE(PLACEMENT, ASSET),
    ),
    then=USES_KEY(ASSET),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=("CWE-653",),
    ask="Who can have {component} decrypt for them?",
    advice="Bind the credential to the components that need it, and limit what it may decrypt.",
)
