"""A file that nothing protects is open to whoever is nearby."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import AT, DOMAIN, FILES, LIES_IN, MASTERS, STORE

RULE = Rule(
    name="file-unprotected",
    says="{store} lies in {domain}, open to whoever gets in there",
    given=(
        AT(DOMAIN),
        LIES_IN(STORE, DOMAIN),
        FILES(STORE),
    ),
    unless=(Unless("access-control", STORE),),
    then=MASTERS(STORE),
    stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=(
        "CWE-552",
        "CWE-732",
        "T1552",
    ),
    ask="Who can read and write {store}?",
    advice="Let only the account of the process read it, and only an administrator write it; keep secrets out of it.",
)
