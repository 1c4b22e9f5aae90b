"""Everywhere is somewhere."""

from __future__ import annotations

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.vocabulary import ANYWHERE, EVERYWHERE

RULE = Rule(
    name="everywhere-is-somewhere",
    says="everywhere is somewhere",
    given=(EVERYWHERE(),),
    then=ANYWHERE(),
)
