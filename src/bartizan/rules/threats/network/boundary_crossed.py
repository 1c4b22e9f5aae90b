"""Traffic passes a trust boundary that does not filter it."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Unless
from bartizan.rules.threats.vocabulary import AT, BEYOND, DOMAIN, LEADS_TO

RULE = Rule(
    name="boundary-crossed",
    says="traffic from {domain} gets into {beyond} unfiltered",
    given=(
        AT(DOMAIN),
        LEADS_TO(DOMAIN, BEYOND),
    ),
    unless=(Unless("filter", BEYOND),),
    then=AT(BEYOND),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-923",
        "CWE-284",
        "CAPEC-21",
    ),
    ask="What stops traffic from {domain} into {beyond} that no interface asks for?",
    advice="Let in only what the interfaces of the page need, and name what does that as the filter of {beyond}.",
)
