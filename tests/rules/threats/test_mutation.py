"""A sample of changed rules is noticed; `python -m tests.rules.threats.mutate` tries all of them."""

from __future__ import annotations

import pytest

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES, rule_called
from bartizan.rules.threats.terms import Every
from tests.rules.threats.mutants import EQUIVALENT, is_noticed, mutants_of, pages_of


@pytest.mark.parametrize("rule", RULES[::9], ids=lambda rule: rule.name)
def test_every_change_of_a_rule_is_noticed_by_its_examples(rule: Rule) -> None:
    pages = pages_of(rule)

    left = [
        mutant.change
        for mutant in mutants_of(rule)
        if not is_noticed(mutant, pages) and mutant.name not in EQUIVALENT
    ]
    assert left == []


def test_a_rule_is_changed_in_each_of_its_parts() -> None:
    rule = rule_called("on-the-path")
    assert rule is not None

    assert [mutant.change for mutant in mutants_of(rule)] == [
        "dropped",
        "without at(domain)",
        "without unless isolation on domain where said",
        "unless isolation on domain",
        "without unless isolation on interface where said",
        "unless isolation on interface",
        "then inside",
    ]


def test_what_must_hold_for_all_is_tried_with_any() -> None:
    rule = rule_called("no-copy-left")
    assert rule is not None

    assert any(isinstance(each, Every) for each in rule.given)
    assert "any in place of gone(placement) for every held(placement, asset)" in [
        m.change for m in mutants_of(rule)
    ]


def test_only_changes_that_are_made_can_be_left_out() -> None:
    made = {
        mutant.name for name, _change in EQUIVALENT for mutant in mutants_of(rule_called(name) or RULES[0])
    }

    assert set(EQUIVALENT) <= made
