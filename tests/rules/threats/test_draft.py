"""How rules and the facts of a page become a program."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.program import Program
from bartizan.model.read import read_architecture
from bartizan.rules.facts.facts import ground_page
from bartizan.rules.threats.draft import Draft, Guard
from bartizan.rules.threats.ground import Ground, Instance, Row, variables_of
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Atom, Every, Unless
from bartizan.rules.threats.vocabulary import (
    ANYWHERE,
    ASSET,
    ASSETS,
    CAN,
    CARRIES,
    CARRIES_SEALED,
    COMPONENT,
    COMPONENTS,
    DENIES,
    EVERYWHERE,
    GAP,
    HEARS,
    HELD,
    HOSTS,
    INTERFACE,
    KEY,
    KNOWS,
    LISTENS,
    LOAD_UNSAID,
    OFFERS,
    OTHER,
    OWNS,
    PLACEMENT,
    REACHES,
    STORE,
    TAPS,
    TARGET,
    VERB,
)
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

Relations = Mapping[str, Sequence[Row]]


def made(*given: Atom | Every, then: Atom, unless: tuple[Unless, ...] = ()) -> Rule:
    return Rule(name="made", says="it is made up", given=given, unless=unless, then=then)


def asked_for(_kind: str, _element: str, where_said: bool) -> str | None:
    """Take every control for one of which nothing is said."""
    return None if where_said else f"{_element}/{_kind}"


def program_of(rule: Rule, relations: Relations, guard: Guard = asked_for) -> Program:
    draft = Draft()
    draft.add([rule], relations, guard)
    return draft.program()


def grounded(rule: Rule, relations: Relations, guard: Guard = asked_for) -> list[tuple[Ground, list[Ground]]]:
    program = program_of(rule, relations, guard)
    names = cast("Sequence[Ground]", program.names)
    pairs = zip(program.heads, program.bodies, strict=True)
    return [(names[head], [names[fact] for fact in body]) for head, body in pairs]


def test_what_the_page_says_names_the_variables_and_what_an_attack_brings_about_stays_in_the_body() -> None:
    rule = made(TAPS(INTERFACE), CARRIES(INTERFACE, ASSET), then=KNOWS(ASSET))

    assert grounded(rule, {"carries": [("1", "letter"), ("2", "parcel")]}) == [
        (("knows", "letter"), [("taps", "1")]),
        (("knows", "parcel"), [("taps", "2")]),
    ]


def test_premises_that_share_a_variable_are_joined_on_it() -> None:
    rule = made(OWNS(COMPONENT), LISTENS(COMPONENT, INTERFACE), CARRIES(INTERFACE, ASSET), then=KNOWS(ASSET))
    relations = {
        "listens": [("depot", "1"), ("shop", "2"), ("shop", "3")],
        "carries": [("1", "letter"), ("3", "parcel"), ("3", "card"), ("4", "bill")],
    }

    assert grounded(rule, relations) == [
        (("knows", "letter"), [("owns", "depot")]),
        (("knows", "parcel"), [("owns", "shop")]),
        (("knows", "card"), [("owns", "shop")]),
    ]


def test_one_relation_can_be_joined_with_itself() -> None:
    rule = made(OWNS(COMPONENT), HOSTS(OTHER, COMPONENT), then=OWNS(OTHER))
    neighbours = made(OWNS(COMPONENT), HOSTS(OTHER, COMPONENT), HOSTS(OTHER, STORE), then=OWNS(STORE))
    relations = {"hosts": [("rack", "depot"), ("rack", "shop")]}

    assert len(grounded(rule, relations)) == 2
    assert {(head[1], body[0][1]) for head, body in grounded(neighbours, relations)} == {
        ("depot", "depot"), ("depot", "shop"), ("shop", "depot"), ("shop", "shop"),
    }  # fmt: skip


def test_a_constant_matches_itself_alone() -> None:
    rule = made(REACHES(INTERFACE), OFFERS(INTERFACE, "write", TARGET), then=CAN("overwrite", TARGET))
    relations = {"offers": [("1", "read", "letter"), ("1", "write", "parcel")]}

    assert grounded(rule, relations) == [(("can", "overwrite", "parcel"), [("reaches", "1")])]


def test_a_constant_in_a_premise_about_an_attack_stays_in_the_body() -> None:
    rule = made(CAN("read", ASSET), ASSETS(ASSET), then=KNOWS(ASSET))

    assert grounded(rule, {"asset": [("letter",)]}) == [(("knows", "letter"), [("can", "read", "letter")])]


def test_what_is_not_said_names_variables_and_stays_in_the_body_too() -> None:
    rule = made(TAPS(INTERFACE), LOAD_UNSAID(INTERFACE), then=ANYWHERE())

    assert grounded(rule, {"in-flight-unsaid": [("1",)]}) == [
        (("anywhere",), [("taps", "1"), ("in-flight-unsaid", "1")])
    ]


def test_a_rule_about_nothing_in_particular_applies_once() -> None:
    assert grounded(made(EVERYWHERE(), then=ANYWHERE()), {}) == [(("anywhere",), [("everywhere",)])]


def test_nothing_follows_from_a_relation_that_is_empty() -> None:
    rule = made(TAPS(INTERFACE), CARRIES(INTERFACE, ASSET), then=KNOWS(ASSET))

    assert grounded(rule, {}) == []
    assert grounded(rule, {"carries": []}) == []


# ---- every

ALL_GAPS = made(ASSETS(ASSET), Every(GAP(PLACEMENT), HELD(PLACEMENT, ASSET)), then=DENIES(ASSET))


def test_every_puts_all_of_which_the_page_says_it_into_one_body() -> None:
    relations: Relations = {
        "asset": [("letter",), ("parcel",)],
        "held": [("letter@depot", "letter"), ("letter@shop", "letter"), ("parcel@shop", "parcel")],
    }

    assert grounded(ALL_GAPS, relations) == [
        (("denies", "letter"), [("gap", "letter@depot"), ("gap", "letter@shop")]),
        (("denies", "parcel"), [("gap", "parcel@shop")]),
    ]


def test_every_never_holds_where_the_page_says_nothing_of_the_kind() -> None:
    assert grounded(ALL_GAPS, {"asset": [("letter",)]}) == []


# ---- controls

CLEARTEXT = made(
    HEARS(INTERFACE), CARRIES(INTERFACE, ASSET), unless=(Unless("encryption", INTERFACE),), then=KNOWS(ASSET)
)


def test_a_control_that_does_not_hold_is_a_premise_like_any_other() -> None:
    assert grounded(CLEARTEXT, {"carries": [("1", "letter")]}) == [
        (("knows", "letter"), [("hears", "1"), ("off", "1/encryption")])
    ]


def test_a_control_that_counts_only_where_it_is_said_is_no_premise_where_it_is_not() -> None:
    rule = made(
        HEARS(INTERFACE), CARRIES(INTERFACE, ASSET),
        unless=(Unless("isolation", INTERFACE, where_said=True), Unless("encryption", INTERFACE)), then=KNOWS(ASSET),
    )  # fmt: skip

    assert grounded(rule, {"carries": [("1", "letter")]}) == [
        (("knows", "letter"), [("hears", "1"), ("off", "1/encryption")])
    ]


def test_the_callback_is_asked_for_each_control_with_what_it_stands_on() -> None:
    asked = []

    def guard(kind: str, element: str, where_said: bool) -> str | None:
        asked.append((kind, element, where_said))
        return "acl"

    found = grounded(CLEARTEXT, {"carries": [("1", "letter"), ("2", "parcel")]}, guard)

    assert asked == [("encryption", "1", False), ("encryption", "2", False)]
    assert [body[-1] for _head, body in found] == [("off", "acl"), ("off", "acl")]


# ---- instances


def test_an_instance_knows_what_each_variable_stands_for() -> None:
    rule = made(TAPS(INTERFACE), CARRIES_SEALED(INTERFACE, ASSET, KEY), KNOWS(KEY), then=KNOWS(ASSET))
    [instance] = program_of(rule, {"carries-sealed": [("1", "letter", "seal")]}).origins

    assert variables_of(rule) == (INTERFACE, ASSET, KEY)
    assert isinstance(instance, Instance)
    assert instance == Instance(rule, ("1", "letter", "seal"))
    assert instance.meaning() == {"interface": "1", "asset": "letter", "key": "seal"}
    assert instance.fact(KNOWS(KEY)) == ("knows", "seal")
    assert instance.fact(CAN("read", ASSET)) == ("can", "read", "letter")


def test_a_premise_that_names_one_thing_twice_is_our_own_mistake() -> None:
    rule = made(OWNS(COMPONENT), HOSTS(COMPONENT, COMPONENT), then=OWNS(COMPONENT))

    with pytest.raises(AssertionError, match="names a variable twice"):
        grounded(rule, {"hosts": [("rack", "rack")]})


def test_the_program_has_a_rule_for_each_instance_and_hands_it_back() -> None:
    rule = made(OWNS(COMPONENT), COMPONENTS(COMPONENT), then=OWNS(COMPONENT))
    program = program_of(rule, {"component": [("depot",), ("shop",)]})

    assert list(program.names) == [("owns", "depot"), ("owns", "shop")]
    assert [origin.names for origin in program.origins if isinstance(origin, Instance)] == [
        ("depot",),
        ("shop",),
    ]


# ---- laws

_IDS = st.sampled_from(["a", "b", "c", "d"])
_PAIRS = st.lists(st.tuples(_IDS, _IDS), unique=True, max_size=8)


@given(listens=_PAIRS, carries=_PAIRS)
def test_a_join_finds_what_trying_everything_finds(
    listens: list[tuple[str, str]], carries: list[tuple[str, str]]
) -> None:
    rule = made(OWNS(COMPONENT), LISTENS(COMPONENT, INTERFACE), CARRIES(INTERFACE, ASSET), then=KNOWS(ASSET))

    assert sorted(grounded(rule, {"listens": listens, "carries": carries})) == sorted(
        (("knows", asset), [("owns", component)])
        for component, interface in listens for on, asset in carries if on == interface
    )  # fmt: skip


@given(listens=_PAIRS, carries=_PAIRS, seed=st.integers(0, 99))
def test_the_order_of_the_premises_makes_no_difference_to_what_is_found(
    listens: list[tuple[str, str]], carries: list[tuple[str, str]], seed: int
) -> None:
    premises: list[Atom | Every] = [OWNS(COMPONENT), LISTENS(COMPONENT, INTERFACE), CARRIES(INTERFACE, ASSET)]
    shuffled = premises.copy()
    random.Random(seed).shuffle(shuffled)  # noqa: S311 (no secret)
    relations = {"listens": listens, "carries": carries}

    one, other = (
        sorted((head, sorted(body)) for head, body in grounded(made(*each, then=KNOWS(ASSET)), relations))
        for each in (premises, shuffled)
    )
    assert one == other


def test_the_order_of_the_page_makes_no_difference() -> None:
    sections = {
        "components": ["web: {kind: process, domain: cloud}", "database: {kind: database, domain: cloud}"],
        "interfaces": [
            "1: {requestor: web, listener: database, request: note}",
            "2: {listener: web, response: note}",
        ],
        "data-assets": [
            "note: {persisted: database}",
            "key: {kind: key}",
            "word: {kind: password, opens: {1: {read: note}}}",
        ],
        "controls": ["1/encryption: absent", "2/authorization: in place"],
    }

    def program(*, backwards: bool) -> tuple[object, ...]:
        text = "service: Notes\n"
        for name, entries in reversed(sections.items()) if backwards else sections.items():
            text += f"{name}:\n"
            text += "".join(f"  {each}\n" for each in (reversed(entries) if backwards else entries))
        parsed = read_yaml(Source("page.yaml", text))
        assert parsed.root is not None
        made_of = ground_page(read_architecture(parsed.root).architecture).program
        return tuple(made_of.names), list(made_of.heads), list(made_of.bodies)

    assert len(str(program(backwards=False))) > 1000
    assert program(backwards=False) == program(backwards=True)


@given(carries=_PAIRS, more=_PAIRS)
def test_more_that_the_page_says_never_takes_an_instance_away(
    carries: list[tuple[str, str]], more: list[tuple[str, str]]
) -> None:
    rule = made(TAPS(INTERFACE), CARRIES(INTERFACE, ASSET), then=KNOWS(ASSET))
    steps = [sorted({*carries, *more[:number]}) for number in range(len(more) + 1)]

    for fewer, all_ in pairwise(steps):
        found = [tuple(map(str, each)) for each in grounded(rule, {"carries": all_})]
        assert all(tuple(map(str, each)) in found for each in grounded(rule, {"carries": fewer}))


def test_the_verb_of_a_right_is_named_like_anything_else() -> None:
    rule = made(REACHES(INTERFACE), OFFERS(INTERFACE, VERB, TARGET), then=CAN(VERB, TARGET))

    assert grounded(rule, {"offers": [("1", "read", "letter")]}) == [
        (("can", "read", "letter"), [("reaches", "1")])
    ]
