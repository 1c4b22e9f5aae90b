"""External dependencies: what is assumed about one and what it is needed for are told apart, and neither is lost."""

from __future__ import annotations

import pytest

from bartizan.model.dependency import Dependency
from tests.formats.openstack_rst.said import read


def dependency(entry: str) -> Dependency:
    page = (
        "Notes\n=====\n\nExternal dependencies & associated security assumptions\n"
        f"~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n\n- {entry}\n\nComponents\n~~~~~~~~~~\n\n- Web: answers\n"
    )
    (found,) = read(page).architecture.external_dependencies.values()
    return found


@pytest.mark.parametrize(
    ("entry", "id_", "assumed"),
    [
        ("Keystone: trusted to validate tokens", "keystone", "trusted to validate tokens"),
        (
            "Nova compute service is configured in accordance with security best practice.", "nova-compute-service",
            "Nova compute service is configured in accordance with security best practice.",
        ),
        (
            "The message queue must be reachable from the control plane and from nowhere else.", "message-queue",
            "The message queue must be reachable from the control plane and from nowhere else.",
        ),
        ("LDAP server: only administrators can write to it", "ldap-server", "only administrators can write to it"),
        ("NTP: assumed to be authentic", "ntp", "assumed to be authentic"),
    ],
)  # fmt: skip
def test_what_a_dependency_has_to_be_like_is_an_assumption(entry: str, id_: str, assumed: str) -> None:
    found = dependency(entry)

    assert (found.id, found.assumption, found.description) == (id_, (assumed,), None)


@pytest.mark.parametrize(
    ("entry", "id_", "described"),
    [
        ("Keystone: identity service", "keystone", "identity service"),
        ("Keystone: used to validate tokens", "keystone", "used to validate tokens"),
        ("Keystone: needed for every request that is made", "keystone", "needed for every request that is made"),
        (
            "Barbican depends on an external authentication service, in most clouds Keystone.", "authentication-service",
            "Barbican depends on an external authentication service, in most clouds Keystone.",
        ),
    ],
)  # fmt: skip
def test_what_a_dependency_is_needed_for_describes_it(entry: str, id_: str, described: str) -> None:
    found = dependency(entry)

    assert (found.id, found.description, found.assumption) == (id_, described, ())
