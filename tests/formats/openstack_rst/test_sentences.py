"""Sentences are no names, under whatever title they stand, and codes are no elements."""

from __future__ import annotations

import pytest

from bartizan.model.architecture import Architecture
from tests.formats.openstack_rst.said import lost, read


def architecture(title: str, body: str) -> Architecture:
    page = f"Ferry architecture\n==================\n\n{title}\n{'-' * len(title)}\n\n{body}\n"
    assert lost(page) == set()
    return read(page).architecture


@pytest.mark.parametrize("title", ["External dependencies", "Assumptions"])
@pytest.mark.parametrize(
    ("line", "id_"), [("Operators are trusted.", "operators"), ("The network must be isolated.", "network")]
)
def test_a_short_sentence_about_a_dependency_is_an_assumption(title: str, line: str, id_: str) -> None:
    found = architecture(title, f"- {line}").external_dependencies[id_]
    assert (found.name, found.assumption) == (None, (line,))


def test_all_of_a_section_of_assumptions_is_assumed() -> None:
    found = architecture("Security assumptions", "- HSM: two-person rule\n- Rotate keys every year.\n")
    assert [each.assumption for each in found.external_dependencies.values()] == [
        ("two-person rule",),
        ("Rotate keys every year.",),
    ]


def test_a_name_that_ends_in_a_full_stop_is_a_name() -> None:
    found = architecture("External dependencies", "- Acme Tools Ltd.\n- Object storage.")
    assert [each.name for each in found.external_dependencies.values()] == [
        "Acme Tools Ltd.",
        "Object storage.",
    ]


def test_a_definition_may_be_an_assumption() -> None:
    found = architecture(
        "External dependencies", "Keystone\n  Trusted for authentication.\n\nVault\n  Keeps keys.\n"
    )
    assert found.external_dependencies["keystone"].assumption == ("Trusted for authentication.",)
    assert found.external_dependencies["vault"].description == "Keeps keys."


@pytest.mark.parametrize(
    "line",
    [
        "A tenant floods the API.",
        "A tenant floods the API so that it has no time for any other tenant of the cloud.",
    ],
)
def test_a_sentence_is_an_abuse_case_however_long_it_is(line: str) -> None:
    (found,) = architecture("Abuse cases", f"- {line}").abuse_cases.values()
    assert (found.name, found.description) == (None, line)


def test_a_long_name_of_a_threat_actor_is_a_name() -> None:
    (found,) = architecture("Threat actors", "- A malicious tenant with a valid token").threat_actors.values()
    assert found.id == "a-malicious-tenant-with-a-valid-token"


@pytest.mark.parametrize("code", ["200", "404", "2xx", "5"])
def test_a_code_is_no_data_asset(code: str) -> None:
    page = (
        "Interfaces\n----------\n\n.. csv-table::\n   :header: Interface,Requestor,Listener,Response\n\n"
        f"   1,Client,API,{code}\n"
    )
    found = read(page).architecture.interfaces["1"]
    assert (found.response, found.notes) == ((), (f"Response: {code}",))
