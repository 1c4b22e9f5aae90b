"""Whoever has an account of their own that may do something to all of a store can do it to all."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import (
    ACCEPTS_ONE,
    ACCOUNT,
    COMMANDS,
    COMPONENT,
    CREDENTIAL,
    INTERFACE,
    LISTENS,
    PERMITS_ALL,
    REACHES,
    VERB,
)

RULE = Rule(
    name="own-account-permits-everything",
    says="{credential} lets each holder {verb} all of {component}, whoever they are",
    given=(
        ACCOUNT(CREDENTIAL),
        REACHES(INTERFACE),
        ACCEPTS_ONE(INTERFACE, CREDENTIAL),
        LISTENS(COMPONENT, INTERFACE),
        PERMITS_ALL(CREDENTIAL, COMPONENT, VERB),
    ),
    then=COMMANDS(VERB, COMPONENT),
    stride=Stride.ELEVATION_OF_PRIVILEGE,
    weaknesses=(
        "CWE-266",
        "CAPEC-122",
    ),
    ask="Does each holder of {credential} need to {verb} everything in {component}?",
    advice="Let each holder do to their own things what they need, and nothing to those of others.",
)
