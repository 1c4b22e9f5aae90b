"""The page that OpenStack published of Barbican: every fact that it states is read, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.formats.openstack_rst.reader import read_page
from bartizan.model.architecture import Architecture
from bartizan.model.page import Status, Template
from bartizan.model.read import PageRead
from bartizan.source.text import Source

NAME = "architecture-page.rst"


def pointed_at(page: PageRead, name: str) -> list[str]:
    spans = [each.at.span for each in page.diagnostics if each.name == name and each.at]
    return [span.source.text[span.start : span.end] for span in spans]


def read_file(file: Path) -> PageRead:
    return read_page(Source(file.name, file.read_text(encoding="utf-8")), folder=file.parent)


@pytest.fixture(scope="module")
def page(request: pytest.FixtureRequest) -> PageRead:
    repository: Path = request.getfixturevalue("repository")
    return read_file(repository / "examples" / "barbican" / "published" / NAME)


@pytest.fixture(scope="module")
def barbican(page: PageRead) -> Architecture:
    return page.architecture


def test_the_copy_in_the_example_is_the_published_page(repository: Path, shared: Path) -> None:
    published = shared / "corpus" / "openstack-ta" / "barbican-newton" / NAME
    ours = repository / "examples" / "barbican" / "published" / NAME

    assert ours.read_bytes() == published.read_bytes()
    assert read_file(published).architecture == read_file(ours).architecture


def test_its_head_is_read(barbican: Architecture) -> None:
    assert barbican.service == "barbican"
    assert barbican.release == "Newton"
    assert barbican.version == "3.0.0.0b2"
    assert barbican.status is Status.DRAFT
    assert barbican.template is Template.LIST


def test_its_people_are_read(barbican: Architecture) -> None:
    people = barbican.contacts

    assert people is not None
    assert people.ptl == ("Douglas Mendizábal - redrobot",)
    assert people.architect == ("Douglas Mendizábal - redrobot",)
    assert people.security_reviewers == ("Robert Clark - hyakuhei", "Doug Chivers - capnoday")


def test_its_texts_are_read(barbican: Architecture) -> None:
    assert (barbican.purpose or "").startswith("Barbican is a RESTful API for the secure storage")
    assert [text.split()[0] for text in barbican.users] == ["End", "Cloud", "Other"]
    assert barbican.resources == ("https://wiki.openstack.org/wiki/barbican",)


def test_its_eight_components_are_read(barbican: Architecture) -> None:
    found = {
        id_: (each.name, each.technology, (each.description or "").split(" ")[0])
        for id_, each in barbican.components.items()
    }

    assert found == {
        "api-process": ("API Process", "Python", "Python"),
        "worker-process": ("Worker Process", "Python", "Python"),
        "keystone-listener-process": ("keystone Listener Process", "Python", "Python"),
        "database": (None, "MySQL", "MySQL"),
        "worker-queue": ("Worker Queue", "RabbitMQ", "This"),
        "dogtag-service": ("DogTag Service", None, "An"),
        "hardware-security-module-hsm": ("Hardware Security Module (HSM)", None, "Dedicated"),
        "administrative-cli": (barbican.components["administrative-cli"].name, "Python", "Command"),
    }


def test_its_eight_interfaces_are_read(barbican: Architecture) -> None:
    found = {
        id_: (each.requestor, each.listener, *each.protocol) for id_, each in barbican.interfaces.items()
    }

    assert found == {
        "1": ("client", "api-process", "TLS"),
        "2": ("administrator", "api-process", "TLS"),
        "3": ("administrator", "api-process-host", "SSH"),
        "4": ("administrator", "administrative-cli", "SSH"),
        "5": ("api-process", "pkcs-11-hsm", "NTL"),
        "6": ("worker-process", "hsm", "NTL"),
        "7": ("worker-process", "certificate-authority-dogtag", "TLS"),
        "8": ("api-process", "keystone-rest", "TLS"),
    }


def test_what_is_in_flight_is_read(barbican: Architecture) -> None:
    found = {id_: [each.asset for each in one.in_flight] for id_, one in barbican.interfaces.items()}

    assert found["1"] == ["User keystone Credentials", "Plaintext Secrets", "HTTP Verb", "Secret ID", "Path"]
    assert found["2"] == ["barbican admin keystone Credentials"]
    assert found["3"] == found["4"] == []
    assert found["5"] == [
        "hsm-credentials",
        "HSM Commands",
        "Plaintext Secrets",
        "MKEK wrapped PKEKs (MKEK is never transmitted over this transport)",
    ]
    assert found["6"] == ["hsm-credentials", "HSM Commands", "Plaintext Secrets", "MKEK"]
    assert found["7"] == ["CSR (uploaded by client or generated in Worker)", "dogtag-credentials"]
    assert found["8"][-1] == "Customer token"


def test_remarks_at_interfaces_stay_with_them(barbican: Architecture) -> None:
    said = {id_: " ".join(" ".join(each.notes).split()) for id_, each in barbican.interfaces.items()}

    assert "total security failure of the system" in said["1"]
    assert "expanding or reducing them for any user" in said["2"]
    assert "**<TODO>.**" in said["3"]
    assert "work to understand NTL is required" in said["5"]
    assert "how does it compare to TLS?" in said["6"]
    assert said["7"] == "All workers share the same set of credentials"
    assert "is this interface missing on the diagram?" in said["8"]


def test_its_sixteen_assets_and_the_six_that_only_the_analysis_has_are_read(page: PageRead) -> None:
    assets = page.architecture.data_assets

    assert len(assets) == 22
    assert list(assets)[:4] == ["secret-data", "secret-metadata", "rbac-rulesets", "acl-rules"]
    assert pointed_at(page, "impact-of-unlisted-asset") == [
        "RBAC/ACL rulesets",
        "Identity Service (keystone) Event Queue Credentials [Including endpoint address]",
        "PKCS#11 MKEK/HMAC",
        "PKCS#11 MKEK/HMAC",
        "Dogtag Credentials",
        "Certificate Signing Request",
    ]


def test_where_assets_are_persisted_is_read(barbican: Architecture) -> None:
    found = {id_: [each.place for each in one.persisted] for id_, one in barbican.data_assets.items()}

    assert found["secret-data"] == ["database", "hsm"]
    assert found["rbac-rulesets"] == ["policy-json"]
    assert found["hsm-credentials"] == ["barbican-conf"]
    assert found["middleware-configuration"] == ["paste-ini"]
    assert found["cadf-credentials"] == []


def test_what_failure_means_is_read(barbican: Architecture) -> None:
    impacts = {id_: each.impact for id_, each in barbican.data_assets.items() if each.impact}
    secret, request = impacts["secret-data"], impacts["certificate-signing-request"]

    assert len(impacts) == 14
    assert (secret.integrity or "").startswith("Differs between plugins.")
    assert (secret.confidentiality or "").startswith("Secret data is persisted in the DB only")
    assert secret.availability == "Service breaks if secret data is not available"
    assert secret.notes == ("The simple-crypto plugin does not protect against these issues",)
    assert request.confidentiality is None
    assert "we do not model CIA" in request.notes[0]
    assert "[KMIP] Attacker is able to retrieve all secrets" in (
        impacts["hsm-credentials"].confidentiality or ""
    )


def test_what_finds_no_place_is_a_note_with_its_line(barbican: Architecture) -> None:
    found = [(each.source, each.section, str(each.text).split("\n")[0]) for each in barbican.notes]

    assert (f"{NAME}:58", "Components", "Configurable secure backend.  One of the following:") in found
    assert (f"{NAME}:254", "Interfaces", "Format:") in found
    assert len(found) <= 3


def test_its_picture_is_a_figure(barbican: Architecture) -> None:
    assert [each.file for each in barbican.figures] == ["figures/barbican_architecture-diagram.png"]


def test_names_that_no_component_has_are_pointed_at_in_the_page(page: PageRead) -> None:
    pointed = set(pointed_at(page, "no-such-component"))

    assert {"Client", "Administrator", "PKCS#11 HSM", "keystone REST", "policy.json"} <= pointed
