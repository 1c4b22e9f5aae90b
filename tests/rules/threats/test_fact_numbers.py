"""How facts are numbered, and how the instances behind rules are found again."""

from __future__ import annotations

import pytest

from bartizan.rules.threats.fact_numbers import FactNumbers
from bartizan.rules.threats.ground import Instance, Instances
from bartizan.rules.threats.rules import RULES


def test_a_fact_keeps_the_number_that_it_was_first_given() -> None:
    facts = FactNumbers()
    assert [facts.of("knows")["letter"], facts.of("can")["read", "letter"], facts.of("knows")["letter"]] == [
        0,
        1,
        0,
    ]
    assert facts.of("anywhere")[()] == 2

    assert list(facts) == [("knows", "letter"), ("can", "read", "letter"), ("anywhere",)]
    assert [facts.number(fact) for fact in facts] == [0, 1, 2]
    assert len(facts) == 3
    assert facts[1:] == (("can", "read", "letter"), ("anywhere",))


def test_what_was_never_numbered_has_no_number_and_gets_none_by_being_asked_for() -> None:
    facts = FactNumbers()
    facts.of("knows")["letter"]

    assert facts.number(("knows", "parcel")) is None
    assert facts.number(("alters", "letter")) is None
    assert len(facts) == 1


def test_the_facts_of_one_predicate_come_with_their_numbers() -> None:
    facts = FactNumbers()
    for about in ("letter", "parcel"):
        facts.of("knows")[about]
        facts.of("can")["read", about]

    assert list(facts.numbered("can")) == [(1, ("can", "read", "letter")), (3, ("can", "read", "parcel"))]
    assert list(facts.numbered("owns")) == []


def test_the_instance_behind_each_rule_is_found_across_the_rules_it_came_from() -> None:
    one, none, other = RULES[:3]
    instances = Instances()
    instances.add(one, [("a",), ("b",)])
    instances.add(none, [])
    instances.add(other, [("c",)])

    assert list(instances) == [Instance(one, ("a",)), Instance(one, ("b",)), Instance(other, ("c",))]
    assert instances[1:] == [Instance(one, ("b",)), Instance(other, ("c",))]
    for number in (3, -1):
        with pytest.raises(IndexError):
            instances[number]
