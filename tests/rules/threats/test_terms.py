"""Predicates, their terms, and the words for them."""

from __future__ import annotations

import re

import pytest

from bartizan.rules.threats.called import predicates, variables
from bartizan.rules.threats.terms import Atom, Constant, Every, Nature, Sort
from bartizan.rules.threats.vocabulary import (
    ASSET,
    CAN,
    CARRIES,
    COMPONENT,
    GAP,
    HEARS,
    HELD,
    INTERFACE,
    KNOWS,
    PLACEMENT,
    TARGET,
    VERB,
)


def test_a_predicate_of_terms_is_an_atom_that_knows_its_variables() -> None:
    atom = CARRIES(INTERFACE, ASSET)

    assert atom == Atom(CARRIES, (INTERFACE, ASSET))
    assert atom.variables == (INTERFACE, ASSET)


def test_a_text_stands_for_itself_and_is_no_variable() -> None:
    atom = CAN("read", ASSET)

    assert atom.terms == (Constant("read"), ASSET)
    assert atom.variables == (ASSET,)


def test_a_target_can_be_a_data_asset_or_a_copy_of_one() -> None:
    assert CAN(VERB, ASSET).terms[1] is ASSET
    assert CAN(VERB, PLACEMENT).terms[1] is PLACEMENT
    assert KNOWS(TARGET).terms == (TARGET,)


def test_what_does_not_fit_is_our_own_mistake_and_noticed_at_once() -> None:
    with pytest.raises(AssertionError, match="wants a interface"):
        HEARS(COMPONENT)
    with pytest.raises(AssertionError, match="about 2 things"):
        CARRIES(INTERFACE)


def test_every_holds_what_must_hold_and_for_what() -> None:
    every = Every(GAP(PLACEMENT), HELD(PLACEMENT, ASSET))

    assert every.holds.predicate is GAP
    assert every.among.variables == (PLACEMENT, ASSET)


def test_every_predicate_and_variable_is_found_by_its_name() -> None:
    assert predicates()["hears"] is HEARS
    assert variables()["interface"] is INTERFACE
    assert len(predicates()) > 100
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", name) for name in (*predicates(), *variables()))


def test_no_two_words_of_the_vocabulary_have_one_name() -> None:
    from bartizan.rules.threats import vocabulary
    from bartizan.rules.threats.terms import Predicate, Variable

    for sort in (Predicate, Variable):
        names = [each.name for each in vars(vocabulary).values() if isinstance(each, sort)]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", sorted(predicates()))
def test_a_predicate_says_something_of_what_it_is_about_in_a_sentence_without_a_full_stop(name: str) -> None:
    predicate = predicates()[name]
    named = {int(at) for at in re.findall(r"\{(\d)\}", predicate.says)}

    assert named <= set(range(len(predicate.sorts)))
    assert bool(named) == bool(predicate.sorts)
    assert not predicate.says.endswith(".")


def test_whatever_is_not_said_may_be_supposed_and_is_never_concluded_by_a_rule() -> None:
    from bartizan.rules.threats.rules import RULES

    concluded = {rule.then.predicate.nature for rule in RULES}
    assert concluded == {Nature.DERIVED}
    assert Sort.VERB in {sort for predicate in predicates().values() for sort in predicate.sorts}
