"""Which names look like one thing named twice, and which do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.rules.readiness.name_readings import readings
from tests.rules.readiness.clean_page import clean_but, gaps_of


def alike(one: str, other: str) -> bool:
    return any(
        words == other_words and reading.may_equal(other_reading)
        for words, reading in readings(one)
        for other_words, other_reading in readings(other)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dogtag Credentials", "CA (dogtag) credentials"),
        ("RBAC/ACL rulesets", "RBAC rulesets"),
        ("DogTag Service", "Certificate Authority (Dogtag)"),
        ("keystone Credentials (barbican service account)", "keystone Credentials"),
        (
            "Identity Service (keystone) Event Queue Credentials [Including endpoint address]",
            "keystone Event Queue Credentials",
        ),
        ("PKCS#11 MKEK/HMAC", "[PKCS#11] HSM Master Key Encryption Key (MKEK)"),
        ("Worker Queue (RabbitMQ)", "RabbitMQ"),
        ("Hardware Security Module (HSM)", "HSM (PKCS#11)"),
        ("Keystone", "the keystone service"),
        ("Password of the user", "User passwords"),
    ],
)
def test_one_thing_with_two_names_is_found(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Secret data", "Secret metadata"),
        ("API Process", "API Process Host"),
        ("Worker", "Worker Queue"),
        ("Database", "Database backup"),
        ("DB credentials", "DB admin credentials"),
        ("Key (web)", "Key (worker)"),
        ("Database (MySQL)", "Cache (MySQL)"),
        ("notes.conf (API)", "notes.conf (worker)"),
        ("Public key", "Private key"),
        ("Node 1", "Node 2"),
        ("RBAC/ACL rulesets", "ACL rules"),
        ("Request", "Response"),
        ("Client token", "Server token"),
    ],
)
def test_two_things_are_left_alone(one: str, other: str) -> None:
    assert not alike(one, other)


def test_components_of_two_kinds_are_two_things_whatever_their_names() -> None:
    assert gaps_of(clean_but({"components": {"worker": {"name": "Balancer (mail)"}}})) == []
    changed = clean_but(
        {"components": {"worker": {"name": "Poster (mail)"}, "labels": {"name": "Mail Process"}}}
    )
    assert [gap.rule for gap in gaps_of(changed)] == ["similar-names"]


def test_a_dependency_under_another_id_than_its_component_is_found() -> None:
    changed = clean_but(
        {"external-dependencies": {"the-login": {"name": "Login service", "assumption": "It works."}}}
    )
    found = gaps_of(changed)
    assert [(gap.rule, gap.element) for gap in found] == [("similar-names", "login")]
    assert found[0].also == (("external-dependencies", "the-login"),)


def test_all_names_of_one_thing_are_one_gap() -> None:
    names = {"a": "Broker password", "b": "Broker (mail) password", "c": "Password of the broker"}
    changed = clean_but(
        {
            "data-assets": {
                id_: {"name": name, "in-scope": "no", "because": "Trial."} for id_, name in names.items()
            }
        }
    )
    found = [gap for gap in gaps_of(changed) if gap.rule == "similar-names"]
    assert found[0].element == "a"
    assert len(found[0].also) == 2


@given(st.text(max_size=300))
def test_every_name_can_be_read_and_is_like_itself(name: str) -> None:
    found = list(readings(name))
    assert len(found) < 400
    if found:
        assert alike(name, name)
