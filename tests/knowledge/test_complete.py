"""What knowledge brings to a page, what a page contradicts, and that the page stays as it is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from bartizan.knowledge.complete import complete
from bartizan.model.architecture import Architecture
from tests.model.pages import FIRST_PAGE, page
from tests.strategies import architectures

FIRST = page(FIRST_PAGE).architecture


def read(yaml: str) -> Architecture:
    return page(f"service: Notes\n{yaml}").architecture


def test_the_first_page_gets_kinds_numbers_entry_points_controls_and_an_actor() -> None:
    completed = complete(FIRST)
    assert completed.value(("components", "web", "kind")) == "process"
    assert completed.value(("components", "database", "kind")) == "database"
    assert completed.value(("components", "browser", "kind")) is None, "it says so itself"
    assert completed.value(("interfaces", "1", "number")) == "1"
    assert completed.value(("interfaces", "1", "entry-point")) == "yes"
    assert completed.value(("interfaces", "2", "entry-point")) is None
    assert completed.value(("controls", "1/encryption", "state")) == "in place"
    assert completed.value(("controls", "1/server-authentication", "state")) == "in place"
    assert completed.value(("controls", "1/client-authentication", "state")) is None, "optional is not said"
    assert (
        completed.value(("controls", "2/encryption", "state")) is None
    )  # `SQL` is no word that there is no TLS
    assert completed.value(("threat-actors", "browser", "at")) == "internet"


def test_each_fact_says_why_and_where_from() -> None:
    completed = complete(FIRST)
    for brought in completed.brought:
        assert brought.because
        assert brought.source
        assert brought.follows_from
    encryption = completed.at(("controls", "1/encryption", "state"))
    assert encryption is not None
    assert "RFC 9110" in encryption.source
    assert encryption.follows_from == ("interfaces", "1", "protocol")


def test_what_the_page_says_itself_counts_and_is_reported_as_a_contradiction() -> None:
    architecture = read(
        "interfaces: {1: {protocol: HTTPS}}\ncontrols: {1/encryption: absent, 1/integrity: in place}"
    )
    completed = complete(architecture)
    assert completed.value(("controls", "1/encryption", "state")) is None
    assert completed.value(("controls", "1/integrity", "state")) is None, "said, and nothing to repeat"
    assert [each.path for each in completed.contradicted] == [("controls", "1/encryption", "state")]


def test_that_nobody_knows_is_no_contradiction() -> None:
    completed = complete(read("interfaces: {1: {protocol: HTTPS}}\ncontrols: {1/encryption: unknown}"))
    assert completed.value(("controls", "1/encryption", "state")) == "in place"
    assert completed.contradicted == ()


def test_nothing_is_brought_by_what_is_weak_optional_unknown_local_or_only_an_interface_of_a_library() -> (
    None
):
    for name in ("TLS 1.0", "HTTP(S)", "NTL", "FS", "Unix socket", "PKCS#11", "unknown", "Foo"):
        completed = complete(read(f"interfaces: {{1: {{protocol: '{name}'}}}}"))
        assert [each for each in completed.brought if each.path[0] == "controls"] == [], name


def test_a_kind_that_is_said_otherwise_is_a_contradiction() -> None:
    completed = complete(read("components: {store: {kind: cache, technology: MySQL}}"))
    assert completed.value(("components", "store", "kind")) is None
    assert [each.value for each in completed.contradicted] == ["database"]


def test_an_entry_point_is_where_somebody_from_outside_connects_not_where_the_service_talks_to_itself() -> (
    None
):
    architecture = read(
        """
components:
  person: {kind: person, domain: internet}
  edge: {technology: nginx, domain: dmz}
  app: {technology: Python, domain: core}
interfaces:
  1: {requestor: person, listener: edge}
  2: {requestor: edge, listener: app}
"""
    )
    completed = complete(architecture)
    assert completed.value(("interfaces", "1", "entry-point")) == "yes"
    assert completed.value(("interfaces", "2", "entry-point")) is None


def test_a_page_that_names_an_actor_gets_no_others_and_who_is_out_of_scope_is_none() -> None:
    people = "components: {user: {kind: person, domain: internet}, boss: {kind: person, domain: office, in-scope: no}}"
    assert complete(read(people)).value(("threat-actors", "user", "at")) == "internet"
    assert complete(read(people)).value(("threat-actors", "boss", "at")) is None
    named = complete(read(f"{people}\nthreat-actors: {{rival: {{at: internet}}}}"))
    assert [each for each in named.brought if each.path[0] == "threat-actors"] == []


@given(architectures())
def test_every_page_can_be_completed_and_is_not_changed(architecture: Architecture) -> None:
    before = replace(architecture)
    completed = complete(architecture)
    assert architecture == before
    paths = [each.path for each in completed.brought]
    assert len(paths) == len(set(paths))
    assert not {each.path for each in completed.contradicted} & set(paths)


def test_a_name_that_is_used_with_tls_and_without_leaves_open_which() -> None:
    completed = complete(
        read(
            "interfaces: {1: {protocol: SQL}, 2: {protocol: SQL without TLS}, 3: {protocol: [SQL, TLS]}, 4: {protocol: HTTP}}"
        )
    )
    states = {id_: completed.value(("controls", f"{id_}/encryption", "state")) for id_ in "1234"}
    assert states == {"1": None, "2": "absent", "3": "in place", "4": "absent"}
