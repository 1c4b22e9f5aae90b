"""All rules of threats, family by family; nothing registers itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType

from bartizan.rules.threats import (
    actors,
    availability,
    components,
    configuration,
    controls,
    data,
    identity,
    lock_out,
    network,
    rights,
    transit,
)
from bartizan.rules.threats.rule import Rule

FAMILIES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "actors": actors.RULES,
        "network": network.RULES,
        "identity": identity.RULES,
        "rights": rights.RULES,
        "components": components.RULES,
        "transit": transit.RULES,
        "data": data.RULES,
        "configuration": configuration.RULES,
        "lock_out": lock_out.RULES,
        "availability": availability.RULES,
        "controls": controls.RULES,
    }
)
"""What follows from a page, in the order in which an attack usually goes."""

RULES: tuple[Rule, ...] = tuple(chain.from_iterable(FAMILIES.values()))
"""The rules of all families."""


@cache
def rule_called(name: str) -> Rule | None:
    """Return a rule by name."""
    return next((rule for rule in RULES if rule.name == name), None)


@cache
def page_of(name: str) -> str | None:
    """Return the page of a rule, in Markdown: why it matters, when it is no threat, examples; nothing when there is none."""
    for family, rules in FAMILIES.items():
        if any(rule.name == name for rule in rules):
            page = files(f"bartizan.rules.threats.{family}").joinpath(f"{name}.md")
            return page.read_text("utf-8") if page.is_file() else None
    return None
