"""The rules of threats as a whole: each well formed, found by its name, and unlike any other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bartizan.rules.answers.outcome import Breach
from bartizan.rules.facts import facts as facts_module
from bartizan.rules.threats import vocabulary
from bartizan.rules.threats.lint import Fault, broken, lint
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import FAMILIES, RULES, rule_called

OUTCOMES = frozenset(breach.value for breach in Breach)

EXCEPTIONS = {
    ("control-fails-closed", Fault.INVERTED): (
        "a control that fails closed does cost availability while it holds: that is its price, and the other threat's remedy"
    ),
    ("reliance-stops-its-keeper", Fault.INVERTED): (
        "where nobody says what a control relies on, it may be one that fails closed, with the same price"
    ),
}
"""What the linter says of our rules and is meant, each with the reason."""


def said_by_pages() -> frozenset[str]:
    """Return the names of the predicates that are taken from pages, as the modules that take them name them."""
    found = set()
    for file in Path(facts_module.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "v":
                found.add(getattr(vocabulary, node.attr).name)
    return frozenset(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_well_formed(rule: Rule) -> None:
    assert list(broken(rule)) == []


def test_the_linter_finds_nothing_but_what_is_argued() -> None:
    findings = lint(RULES, said=said_by_pages(), outcomes=OUTCOMES)

    assert [each for each in findings if (each.rule, each.fault) not in EXCEPTIONS] == []
    assert {(each.rule, each.fault) for each in findings} == set(EXCEPTIONS), (
        "an exception is not needed any more"
    )


def test_there_are_threats_of_each_kind() -> None:
    kinds = {rule.stride.letter for rule in RULES if rule.stride}

    assert kinds == set("STRIDE")
    assert sum(rule.is_threat for rule in RULES) > 60


def test_a_rule_is_found_by_its_name() -> None:
    rule = rule_called("data-in-cleartext")

    assert rule is not None
    assert rule.then.predicate.name == "taps"
    assert rule_called("no-such-rule") is None


def test_every_rule_is_of_one_family() -> None:
    assert sum(len(rules) for rules in FAMILIES.values()) == len(RULES) == len({rule.name for rule in RULES})


def test_a_name_says_what_goes_wrong_in_small_letters() -> None:
    for rule in RULES:
        assert all(word.isalpha() and word.islower() for word in rule.name.split("-")), rule.name
