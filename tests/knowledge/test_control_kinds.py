"""Sorts of control: what people call them, where they stand, and what is asked about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.knowledge.asset_kinds import asset_kinds
from bartizan.knowledge.complete import CONTROL_WORDS
from bartizan.knowledge.control_kinds import (
    ControlKind,
    LeansOn,
    StandsOn,
    control_kind,
    control_kinds,
    nearest_control_kind,
)
from bartizan.knowledge.stride import Stride
from bartizan.model.control import Reliance

KINDS = list(control_kinds().values())


def named(word: str, on: StandsOn | None = None) -> str | None:
    found = control_kind(word, on)
    return found.name if found else None


@pytest.mark.parametrize(
    ("on", "names"),
    [
        (
            StandsOn.INTERFACE,
            "encryption integrity server-authentication client-authentication authentication",
        ),
        (StandsOn.INTERFACE, "authorization rate-limit availability peer-pinning isolation"),
        (
            StandsOn.COMPONENT,
            "hardening input-validation no-purge sanitisation least-privilege redundancy escape-protection access-control audit",
        ),
        (
            StandsOn.DATA_ASSET,
            "encryption-at-rest integrity-at-rest backup access-control binding second-factor",
        ),
        (
            StandsOn.DATA_ASSET,
            "revocation code-integrity message-authentication rotation erasure handling least-privilege",
        ),
        (StandsOn.TRUST_DOMAIN, "filter isolation"),
    ],
)
def test_the_kinds_that_the_rules_ask_for_stand_where_they_ask(on: StandsOn, names: str) -> None:
    for name in names.split():
        assert on in control_kinds()[name].on, name


def test_what_a_protocol_brings_is_of_a_kind_that_stands_on_interfaces() -> None:
    for word in CONTROL_WORDS.values():
        assert StandsOn.INTERFACE in control_kinds()[word].on


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("RBAC", "authorization"),
        ("role-based access control", "authorization"),
        ("Access Control", "access-control"),
        ("ACLs", "access-control"),
        ("mTLS", "client-authentication"),
        ("MFA", "second-factor"),
        ("two-factor authentication", "second-factor"),
        ("Firewall", "filter"),
        ("audit trail", "audit"),
        ("XSS protection", "sanitisation"),
        ("client pairing", "binding"),
        ("restore window", "backup"),
        ("no_auto_purge", "no-purge"),
        ("OCSP", "revocation"),
        ("HSM", "non-extractable"),
        ("SELinux", "confinement"),
        ("jump host", "privileged-access"),
        ("1/encryption", "encryption"),
        ("mkek-backup/handling", "handling"),
    ],
)
def test_a_kind_goes_by_the_words_that_people_use(written: str, name: str) -> None:
    assert named(written) == name


@pytest.mark.parametrize("written", [None, "", "goat", "unknown", "no encryption", "authn/authz", "1/", "/"])
def test_other_words_are_no_kind(written: str | None) -> None:
    assert control_kind(written) is None


def test_the_same_word_means_another_kind_on_another_sort_of_element() -> None:
    assert named("encryption") == "encryption"
    assert named("encryption", StandsOn.INTERFACE) == "encryption"
    assert named("encryption", StandsOn.DATA_ASSET) == "encryption-at-rest"
    assert named("integrity", StandsOn.DATA_ASSET) == "integrity-at-rest"
    assert named("access control", StandsOn.INTERFACE) == "authorization"
    assert named("isolation", StandsOn.TRUST_DOMAIN) == "isolation"
    assert named("isolation", StandsOn.COMPONENT) == "escape-protection"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_word_leads_elsewhere_only_to_a_kind_that_stands_there(kind: ControlKind) -> None:
    for on, other in kind.elsewhere.items():
        assert on in control_kinds()[other].on
        assert on not in kind.on


@pytest.mark.parametrize(
    ("typed", "meant"), [("encrypton", "encryption"), ("1/encrpytion", "encryption"), ("bakcup", "backup")]
)
def test_a_slip_finds_the_kind_that_was_meant(typed: str, meant: str) -> None:
    assert nearest_control_kind(typed) == meant


def test_what_is_like_nothing_is_near_nothing() -> None:
    assert nearest_control_kind("carrier pigeon") is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_asks_on_each_sort_of_element_one_question_about_it(kind: ControlKind) -> None:
    assert set(kind.asks) == set(kind.on)
    for on in kind.on:
        asked = kind.question("THE-ELEMENT", on)
        assert asked.endswith("?")
        assert asked.count("THE-ELEMENT") == 1
        assert "{" not in asked
    assert kind.ask == kind.asks[kind.on[0]]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_says_in_sentences_what_it_guards_and_what_to_do(kind: ControlKind) -> None:
    for text in (kind.guards, kind.advice):
        assert text[0].isupper()
        assert text.endswith(".")
    assert kind.stride


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_a_kind_relies_on_can_be_written_in_a_page(kind: ControlKind) -> None:
    fields = {field.replace("_", "-") for field in Reliance.__dataclass_fields__} | {LeansOn.COMPONENT.value}
    for need in kind.relies_on:
        assert need.on.value in fields
        assert need.says
        if need.asset_kind:
            assert need.asset_kind in asset_kinds()
            assert need.on not in {LeansOn.ASSUMPTION, LeansOn.COMPONENT}


def test_generic_is_only_what_says_that_there_is_no_bug() -> None:
    assert {kind.name for kind in KINDS if kind.generic} == {"hardening", "patching"}


def test_a_name_with_signs_in_it_is_put_into_the_question_as_it_is() -> None:
    assert (
        control_kinds()["encryption"].question("{element} {0} 1") == "Is interface {element} {0} 1 encrypted?"
    )


def test_each_kind_of_threat_breaks_something_else_and_has_a_control_against_it() -> None:
    assert "".join(each.letter for each in Stride) == "STRIDE"
    assert len({each.breaks for each in Stride}) == len(Stride)
    assert {each for kind in KINDS for each in kind.stride} == set(Stride)


@given(st.text(max_size=40), st.sampled_from([None, *StandsOn]))
def test_no_text_is_too_strange_to_be_asked(text: str, on: StandsOn | None) -> None:
    found = control_kind(text, on)
    assert found is None or found.name in control_kinds()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_is_found_by_each_of_its_words_alone_and_behind_a_slash(kind: ControlKind) -> None:
    for word in (kind.name, *kind.words):
        assert control_kind(word) is kind, word
        assert control_kind(f"an-element/{word}") is kind, word


@given(st.sampled_from(KINDS))
def test_capitals_and_hyphens_do_not_matter(kind: ControlKind) -> None:
    assert control_kind(kind.name.upper()) == control_kind(kind.name.replace("-", " ")) == kind
