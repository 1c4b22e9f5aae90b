"""Traffic passes into an inner trust domain that does not filter it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import AT, BEYOND, DOMAIN, LIES_WITHIN

RULE = Rule(
    name="inwards",
    says="{domain} lies within {beyond} and does not filter what comes from there",
    given=(
        AT(BEYOND),
        LIES_WITHIN(DOMAIN, BEYOND),
    ),
    unless=(Unless("filter", DOMAIN),),
    then=AT(DOMAIN),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-923",
        "CWE-284",
    ),
    ask="What stops traffic from {beyond} into {domain}?",
    advice="Filter at the inner boundary too, or draw one trust domain instead of two.",
)
