"""Explanations of messages, rules and fields."""

from __future__ import annotations

import pytest

from bartizan.project.explain import explain, explained_names, nearest_name


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
