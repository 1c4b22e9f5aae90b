"""Explanations of messages, rules and fields."""

from __future__ import annotations

import pytest

from bartizan.knowledge.asset_kinds import asset_kinds
from bartizan.knowledge.control_kinds import control_kinds
from bartizan.knowledge.implementations import implementations
from bartizan.knowledge.vulnerabilities import all_vulnerabilities
from bartizan.knowledge.weaknesses import weaknesses
from bartizan.project.explain import explain, explained_names, nearest_name
from bartizan.rules.threats.rules import RULES


def text_of(name: str) -> str:
    explanation = explain(name)
    assert explanation is not None
    return explanation.text


def test_a_message_is_explained_by_its_page() -> None:
    assert text_of("no-such-component").startswith("# no-such-component\n")


def test_a_name_copied_with_its_brackets_is_understood() -> None:
    assert text_of("[no-such-component]") == text_of("no-such-component")


def test_a_field_is_explained_from_its_declaration() -> None:
    text = text_of("components/instances")

    assert text.startswith("# components/instances\n")
    assert "How many there are" in text


@pytest.mark.parametrize("name", ["interfaces/1/listener", "interfaces.listener", "listener"])
def test_a_field_may_be_named_in_several_ways(name: str) -> None:
    assert text_of(name).startswith("# interfaces/listener\n")


def test_a_field_that_several_nouns_have_is_explained_for_each() -> None:
    text = text_of("description")

    assert "# components/description" in text
    assert "# interfaces/description" in text


def test_a_section_lists_its_fields() -> None:
    assert "- `listener`: The component that listens" in text_of("interfaces")


def test_what_nobody_knows_is_not_made_up() -> None:
    assert explain("no-such-compnent") is None
    assert nearest_name("no-such-compnent") == "no-such-component"
    assert nearest_name("components/instnces") == "components/instances"


def test_every_name_that_is_listed_is_explained() -> None:
    names = [name for kind in explained_names().values() for name in kind]

    assert len(names) > 150
    assert [name for name in names if explain(name) is None] == []


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("NTL", "encryption: unknown"),
        ("TLS 1.0", "deprecated"),
        ("SQL with TLS", "encryption: yes"),
        ("rabbitmq", "queue"),
    ],
)
def test_a_word_that_brings_something_is_explained_with_its_source(word: str, says: str) -> None:
    text = text_of(word)

    assert says in text
    assert "Source: " in text


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("component", "# components"),
        ("data asset", "# data-assets"),
        ("dependency", "# external-dependencies"),
        ("third party", "# external-service (kind of component)"),
        ("third party", "# third party (what `trust-domains/kind` may say)"),
        ("group", "# group (what `trust-domains/kind` may say)"),
    ],
)
def test_the_noun_for_one_element_and_the_words_of_a_field_are_explained(name: str, heading: str) -> None:
    explanation = explain(name)
    assert explanation is not None
    assert heading in explanation.text.split("\n")


@pytest.mark.parametrize("name", sorted(control_kinds()))
def test_each_kind_of_control_is_explained_with_its_question(name: str) -> None:
    text = text_of(name)

    assert f"# {name} (kind of control)" in text
    assert "Ask: " in text


@pytest.mark.parametrize("name", sorted(asset_kinds()))
def test_each_kind_of_data_is_explained(name: str) -> None:
    assert f"# {name} (kind of data)" in text_of(name)


@pytest.mark.parametrize("name", sorted(all_vulnerabilities()))
def test_each_vulnerability_of_a_protocol_is_explained_by_name_and_by_id(name: str) -> None:
    row = all_vulnerabilities()[name]

    for called in (name, name.upper(), row.id or name):
        assert f"# {name} (known to be wrong with protocols)" in text_of(called)
        assert f"- takes away: {', '.join(row.breaks)}" in text_of(called)


@pytest.mark.parametrize("name", sorted(each.name for each in implementations().values()))
def test_each_library_is_explained(name: str) -> None:
    assert f"# {name} (library or product)" in text_of(name)


def test_a_library_is_explained_for_the_version_that_is_named() -> None:
    assert "- 1.1.1: until 2023-09-11" in text_of("OpenSSL 1.1.1k")
    assert "- 3.5" not in text_of("OpenSSL 1.1.1k")


@pytest.mark.parametrize("id_", sorted(weaknesses()))
def test_each_weakness_is_explained_with_the_rules_that_name_it(id_: str) -> None:
    text = text_of(id_)

    assert text.startswith(f"# {id_} (")
    assert weaknesses()[id_].address in text
    naming = [each.name for each in RULES if id_ in each.weaknesses]
    assert all(name in text for name in naming)


def test_a_weakness_is_understood_in_small_letters() -> None:
    assert text_of("cwe 319") == text_of("CWE-319")


@pytest.mark.parametrize("name", sorted(each.name for each in RULES))
def test_each_rule_of_threats_is_explained_by_its_page(name: str) -> None:
    assert text_of(name).startswith(f"# {name}\n")


def test_a_field_that_is_called_like_a_kind_is_explained_as_both() -> None:
    text = text_of("integrity")

    assert "# interfaces/integrity" in text
    assert "# integrity (kind of control)" in text


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("protocol-hardning", "protocol-hardening"),
        ("pasword", "password"),
        ("POODEL", "POODLE"),
        ("CVE-2014-3567", "CVE-2014-3566"),
        ("CWE-3199", "CWE-319"),
        ("Openssll", "OpenSSL"),
        ("data-in-cleartxt", "data-in-cleartext"),
    ],
)
def test_what_was_probably_meant_is_named(wrong: str, meant: str) -> None:
    assert explain(wrong) is None
    assert nearest_name(wrong) == meant


def test_a_kind_of_control_that_no_rule_asks_for_says_that_nothing_follows_from_it() -> None:
    asked = {guard.kind for rule in RULES for guard in rule.unless}
    silent = [name for name in control_kinds() if name not in asked]

    assert "Rules of threats that it stops: " in text_of("second-factor")
    assert "No rule of threats asks for it" not in text_of("second-factor")
    for name in silent:
        assert "nothing follows from it" in text_of(name)
        assert "Rules of threats that it stops" not in text_of(name)
    assert "guess-limit" in silent


def test_the_kind_that_answers_for_another_one_says_so() -> None:
    assert "it answers for `authentication`" in text_of("client-authentication")
