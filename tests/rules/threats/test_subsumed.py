"""Whether one rule applies wherever another does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES
from bartizan.rules.threats.subsumed import subsumed
from bartizan.rules.threats.terms import Every, Unless
from bartizan.rules.threats.vocabulary import (
    ASSET,
    ASSETS,
    CAN,
    COMPONENT,
    DENIES,
    GAP,
    GONE,
    HELD,
    HELD_IN_USE,
    HOSTS,
    OTHER,
    OWNS,
    PLACEMENT,
    SOFTWARE,
    STORE,
    TARGET,
    VERB,
)

GUEST = Rule(name="guest", says="it", given=(OWNS(COMPONENT), HOSTS(COMPONENT, OTHER)), then=OWNS(OTHER))


def test_a_rule_applies_where_one_with_more_premises_does_and_not_the_other_way_round() -> None:
    more = replace(GUEST, given=(*GUEST.given, SOFTWARE(OTHER)))

    assert subsumed(more, by=GUEST)
    assert not subsumed(GUEST, by=more)


def test_a_premise_that_another_one_brings_with_it_is_none_more() -> None:
    again = replace(GUEST, given=(*GUEST.given, HOSTS(STORE, OTHER)))

    assert subsumed(GUEST, by=again)


def test_names_make_no_difference_but_who_is_who_does() -> None:
    renamed = replace(GUEST, given=(HOSTS(STORE, COMPONENT), OWNS(STORE)), then=OWNS(COMPONENT))
    turned = replace(GUEST, then=OWNS(COMPONENT), given=(OWNS(OTHER), HOSTS(COMPONENT, OTHER)))

    assert subsumed(renamed, by=GUEST)
    assert not subsumed(turned, by=GUEST)


def test_a_rule_for_any_verb_applies_where_one_for_a_certain_verb_does() -> None:
    any_ = Rule(name="any", says="it", given=(CAN(VERB, TARGET), HELD(PLACEMENT, ASSET)), then=DENIES(ASSET))
    read = replace(any_, given=(CAN("read", TARGET), HELD(PLACEMENT, ASSET)))

    assert subsumed(read, by=any_)
    assert not subsumed(any_, by=read)


def test_controls_count_with_where_they_are_asked_for() -> None:
    guarded = replace(GUEST, unless=(Unless("hardening", OTHER),))

    assert subsumed(guarded, by=GUEST)
    assert not subsumed(GUEST, by=guarded)
    assert not subsumed(guarded, by=replace(GUEST, unless=(Unless("hardening", OTHER, where_said=True),)))
    assert not subsumed(guarded, by=replace(GUEST, unless=(Unless("hardening", COMPONENT),)))


def test_what_must_hold_for_every_one_is_compared_in_both_parts() -> None:
    every = Rule(
        name="e",
        says="it",
        given=(ASSETS(ASSET), Every(GAP(PLACEMENT), HELD(PLACEMENT, ASSET))),
        then=DENIES(ASSET),
    )

    assert subsumed(every, by=every)
    assert not subsumed(
        every, by=replace(every, given=(ASSETS(ASSET), Every(GONE(PLACEMENT), HELD(PLACEMENT, ASSET))))
    )
    assert not subsumed(
        every, by=replace(every, given=(ASSETS(ASSET), Every(GAP(PLACEMENT), HELD_IN_USE(PLACEMENT, ASSET))))
    )


@given(st.sampled_from(RULES), st.randoms())
def test_a_rule_subsumes_itself_in_any_order(rule: Rule, random: object) -> None:
    given_ = list(rule.given)
    random.shuffle(given_)  # type: ignore[attr-defined]

    assert subsumed(rule, by=rule)
    assert subsumed(replace(rule, given=tuple(given_)), by=rule)
