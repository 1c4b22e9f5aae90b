"""A file that nothing protects is open to whatever runs on the same host."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import COMPONENT, FILES, HOSTS, MASTERS, OTHER, OWNS, STORE

RULE = Rule(
    name="file-unprotected-on-its-host",
    says="{store} lies on {other}, where {component} runs, open to whoever is there",
    given=(
        OWNS(COMPONENT),
        HOSTS(OTHER, COMPONENT),
        HOSTS(OTHER, STORE),
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
    ask="Who on {other} can read and write {store}?",
    advice="Let only the account of the process read it, and only an administrator write it; keep secrets out of it.",
)
