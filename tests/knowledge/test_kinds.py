"""What a component is, as far as its own words and its technology tell."""

from __future__ import annotations

import pytest

from bartizan.knowledge.kinds import Notation, kind_called, kind_of, kinds, nearest_kind, notation
from bartizan.knowledge.technologies import nearest_technology, technology
from bartizan.model.component import Component


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("process", "process"),
        ("User", "person"),
        ("message queue", "queue"),
        ("message-queue", "queue"),
        ("Message_Queue", "queue"),
        ("Hardware Security Module", "hsm"),
        ("config file", "file"),
        ("CA", "certificate-authority"),
        ("object store", "object-store"),
    ],
)
def test_a_kind_goes_by_several_words(word: str, name: str) -> None:
    kind = kind_called(word)
    assert kind is not None
    assert kind.name == name


@pytest.mark.parametrize("word", [None, "", "thing", "unknown"])
def test_other_words_are_no_kind(word: str | None) -> None:
    assert kind_called(word) is None


def test_a_mistyped_kind_finds_the_one_that_was_meant() -> None:
    assert nearest_kind("databse") == "database"
    assert nearest_kind("quue") == "queue"
    assert nearest_kind("zzzzzz") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Python", "process"),
        ("MySQL 8 (Galera)", "database"),
        ("MySQL", "database"),
        ("MariaDB", "database"),
        ("PostgreSQL 15", "database"),
        ("RabbitMQ", "queue"),
        ("Rabbit-MQ 3.6", "queue"),
        ("Apache Kafka", "event-bus"),
        ("Redis", "cache"),
        ("etcd", "key-value-store"),
        ("memcached", "cache"),
        ("Go (gRPC)", "process"),
        ("nginx", "web-server"),
        ("HAProxy", "load-balancer"),
        ("Apache (mod_wsgi), Python", "web-server"),
        ("HashiCorp Vault", "key-store"),
        ("Dogtag", "certificate-authority"),
        ("Keystone", "identity-service"),
        ("S3", "object-store"),
        ("OpenStack Swift", "object-store"),
        ("SafeNet Luna HSM", "hsm"),
        ("Node.js", "process"),
        ("C++", "process"),
        ("Python 2.7, oslo.messaging", "process"),
        ("Oracle Linux", "host"),
    ],
)
def test_a_technology_makes_a_kind(text: str, kind: str) -> None:
    found = technology(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("text", ["MySQL, Redis", "Foo", "", "unknown", "goat", "our own"])
def test_what_is_not_sure_is_not_guessed(text: str) -> None:
    assert technology(text) is None


def test_a_mistyped_technology_finds_the_one_that_was_meant() -> None:
    assert nearest_technology("Postgers") == "postgres"
    assert nearest_technology("xyzzy") is None


def test_a_component_is_what_it_says_and_not_what_its_technology_would_make_it() -> None:
    kind = kind_of(Component(id="a", kind="cache", technology="MySQL"))
    assert kind is not None
    assert kind.name == "cache"


def test_a_kind_that_is_not_known_is_not_replaced_by_what_the_technology_makes() -> None:
    assert kind_of(Component(id="a", kind="thing", technology="MySQL")) is None


def test_a_component_is_never_guessed_from_its_name() -> None:
    assert kind_of(Component(id="database", name="MySQL database")) is None
    assert notation(Component(id="database", name="MySQL database")) is Notation.RECTANGLE


@pytest.mark.parametrize(
    ("component", "shape"),
    [
        (Component(id="a", technology="MySQL"), "cylinder"),
        (Component(id="a", technology="RabbitMQ"), "pipe"),
        (Component(id="a", kind="person"), "person"),
        (Component(id="a", kind="internet"), "cloud"),
        (Component(id="a", kind="file"), "document"),
        (Component(id="a", kind="host"), "host"),
        (Component(id="a", kind="hsm"), "hsm"),
        (Component(id="a", kind="process"), "rectangle"),
    ],
)
def test_each_kind_has_the_shape_of_the_guidance(component: Component, shape: str) -> None:
    assert notation(component) == shape


def test_what_is_drawn_as_a_store_keeps_data() -> None:
    assert all(kind.keeps for kind in kinds().values() if kind.store)
    assert not kinds()["process"].keeps
    assert kinds()["hsm"].keeps
