"""The published page of Barbican: every fact that it states, checked against expectations written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.formats.openstack_rst.reader import read_page
from bartizan.formats.openstack_rst.writer import write_page
from bartizan.model.architecture import Architecture
from bartizan.model.page import Status, Template
from bartizan.model.read import PageRead
from bartizan.source.text import Source
from tests.formats.openstack_rst.said import lost

NAME = "architecture-page.rst"


@pytest.fixture(scope="module")
def path(request: pytest.FixtureRequest) -> Path:
    repository: Path = request.getfixturevalue("repository")
    return repository / "examples" / "barbican" / "published" / NAME


@pytest.fixture(scope="module")
def page(path: Path) -> PageRead:
    return read_page(Source(path.name, path.read_text(encoding="utf-8")), folder=path.parent)


@pytest.fixture(scope="module")
def barbican(page: PageRead) -> Architecture:
    return page.architecture


def test_the_copy_in_the_example_is_the_published_page(path: Path, shared: Path) -> None:
    published = shared / "corpus" / "openstack-ta" / "barbican-newton" / NAME

    assert path.read_bytes() == published.read_bytes()


def test_the_head_of_the_page_is_read(barbican: Architecture) -> None:
    assert barbican.service == "barbican"
    assert barbican.release == "Newton"
    assert barbican.version == "3.0.0.0b2"
    assert barbican.status is Status.DRAFT
    assert barbican.template is Template.LIST
    assert barbican.deployment is None  # the page does not say; the figure does


def test_all_contacts_are_there(barbican: Architecture) -> None:
    contacts = barbican.contacts
    assert contacts is not None
    assert contacts.ptl == ("Douglas Mendizábal - redrobot",)
    assert contacts.architect == ("Douglas Mendizábal - redrobot",)
    assert contacts.security_reviewers == ("Robert Clark - hyakuhei", "Doug Chivers - capnoday")


def test_purpose_users_and_resources_are_kept_as_written(barbican: Architecture) -> None:
    assert barbican.purpose == (
        "Barbican is a RESTful API for the secure storage, provisioning and management\n"
        "of secret material such as passphrases, encryption keys and X.509 certificates."
    )
    assert [text.split()[0] for text in barbican.users] == ["End", "Cloud", "Other"]
    assert barbican.resources == ("https://wiki.openstack.org/wiki/barbican",)


def test_there_are_eight_components_two_of_them_alternatives(barbican: Architecture) -> None:
    assert {id_: (each.name, each.technology) for id_, each in barbican.components.items()} == {
        "api-process": ("API Process", "Python"),
        "worker-process": ("Worker Process", "Python"),
        "keystone-listener-process": ("keystone Listener Process", "Python"),
        "database": (None, "MySQL"),
        "worker-queue": ("Worker Queue", "RabbitMQ"),
        "dogtag-service": ("DogTag Service", None),
        "hardware-security-module-hsm": ("Hardware Security Module (HSM)", None),
        "administrative-cli": (None, "Python"),
    }
    assert all(each.description for each in barbican.components.values())


def test_there_are_eight_interfaces_with_what_travels_on_them(barbican: Architecture) -> None:
    found = {
        id_: (each.requestor, each.listener, each.protocol, tuple(one.asset for one in each.in_flight))
        for id_, each in barbican.interfaces.items()
    }
    wrapped = "MKEK wrapped PKEKs (MKEK is never transmitted over this transport)"
    assert found == {
        "1": (
            "client",
            "api-process",
            ("TLS",),
            ("User keystone Credentials", "Plaintext Secrets", "HTTP Verb", "Secret ID", "Path"),
        ),
        "2": ("administrator", "api-process", ("TLS",), ("barbican admin keystone Credentials",)),
        "3": ("administrator", "api-process-host", ("SSH",), ()),
        "4": ("administrator", "administrative-cli", ("SSH",), ()),
        "5": (
            "api-process",
            "pkcs-11-hsm",
            ("NTL",),
            ("hsm-credentials", "HSM Commands", "Plaintext Secrets", wrapped),
        ),
        "6": (
            "worker-process",
            "hsm",
            ("NTL",),
            ("hsm-credentials", "HSM Commands", "Plaintext Secrets", "MKEK"),
        ),
        "7": (
            "worker-process",
            "certificate-authority-dogtag",
            ("TLS",),
            ("CSR (uploaded by client or generated in Worker)", "dogtag-credentials"),
        ),
        "8": (
            "api-process",
            "keystone-rest",
            ("TLS",),
            ("keystone-credentials-barbican-service-account", "Customer token"),
        ),
    }


def test_what_else_the_page_says_of_an_interface_stays_with_it(barbican: Architecture) -> None:
    assert barbican.interfaces["5"].notes[0] == "work to understand NTL is required"
    assert "HSM Credentials(Partition)" in barbican.interfaces["5"].notes
    assert barbican.interfaces["6"].request_credentials[0].startswith("Each HSM connection has different")
    assert barbican.interfaces["7"].notes == ("All workers share the same set of credentials",)
    assert barbican.interfaces["8"].notes[0].startswith("**TODO** - is this interface missing")
    assert "**<TODO>.**" in barbican.interfaces["3"].notes[0]


def test_all_sixteen_listed_assets_are_there_with_where_they_are_persisted(barbican: Architecture) -> None:
    placed = {
        id_: tuple((each.place, each.description) for each in asset.persisted)
        for id_, asset in list(barbican.data_assets.items())[:16]
    }
    conf = (("barbican-conf", None),)
    assert placed == {
        "secret-data": (
            ("database", "Database [PKCS#11]"),
            ("hsm", "HSM [KMIP] or [KMIP, Dogtag]"),
        ),
        "secret-metadata": (("database", None),),
        "rbac-rulesets": (("policy-json", None),),
        "acl-rules": (("database", None),),
        "db-credentials": conf,
        "hsm-credentials": conf,
        "rabbitmq-credentials": conf,
        "keystone-event-queue-credentials": conf,
        "middleware-configuration": (("paste-ini", None),),
        "pkcs-11-hsm-hmac-key": (("hsm", None),),
        "pkcs-11-hsm-master-key-encryption-key-mkek": (("hsm", None),),
        "per-project-keks-wrapped-by-mkek": (("db", None),),
        "ca-dogtag-credentials": (("worker-process-barbican-conf", None),),
        "keystone-credentials-barbican-service-account": (),
        "client-keystone-token": (),
        "cadf-credentials": (),
    }


def test_impacts_are_joined_to_the_assets_of_the_same_name(barbican: Architecture) -> None:
    assets = barbican.data_assets
    secret = assets["secret-data"].impact
    assert secret is not None
    assert (secret.integrity or "").startswith("Differs between plugins.")
    assert (secret.confidentiality or "").startswith("Secret data is persisted in the DB only in")
    assert secret.availability == "Service breaks if secret data is not available"
    assert secret.notes == ("The simple-crypto plugin does not protect against these issues",)
    per_plugin = assets["hsm-credentials"].impact
    assert per_plugin is not None
    assert (per_plugin.confidentiality or "").startswith("- [PKCS#11] No keys are exposed")
    assert "\n- [KMIP] Attacker is able" in (per_plugin.confidentiality or "")
    joined = [
        "secret-data", "secret-metadata", "db-credentials", "hsm-credentials", "rabbitmq-credentials", "middleware-configuration",
        "keystone-credentials-barbican-service-account", "client-keystone-token",
    ]  # fmt: skip
    assert [id_ for id_, each in list(assets.items())[:16] if each.impact] == joined


def test_assets_that_are_only_analysed_become_assets_of_their_own(
    page: PageRead, barbican: Architecture
) -> None:
    assert list(barbican.data_assets)[16:] == [
        "rbac-acl-rulesets",
        "identity-service-keystone-event-queue-credentials-including",
        "pkcs-11-mkek-hmac",
        "pkcs-11-mkek-hmac-2",
        "dogtag-credentials",
        "certificate-signing-request",
    ]
    assert barbican.data_assets["pkcs-11-mkek-hmac"].description == "Stored un-retrievable in HSM"
    assert barbican.data_assets["pkcs-11-mkek-hmac-2"].description == "backed up *somewhere*"
    warned = [each for each in page.diagnostics if each.name == "impact-of-unlisted-asset"]
    assert [each.at.span.line for each in warned if each.at] == [131, 173, 199, 207, 216, 224]
    assert "`keystone Event Queue Credentials`" in warned[1].help[0]
    assert "`CA (dogtag) credentials`" in warned[4].help[0]


def test_names_that_are_no_components_are_pointed_at_in_the_page(page: PageRead) -> None:
    found = [
        (each.at.span.line, " ".join(each.at.span.text.split()))
        for each in page.diagnostics
        if each.name == "no-such-component" and each.at
    ]
    assert (261, "Client") in found
    assert (276, "API Process Host") in found
    assert (290, "PKCS#11 HSM") in found
    assert (299, "HSM") in found
    assert (310, "Certificate Authority (Dogtag)") in found
    assert (316, "keystone REST") in found
    assert (81, "policy.json") in found
    assert (92, "worker process barbican.conf") in found


def test_the_help_names_the_nearest_component_and_nothing_is_repaired(page: PageRead) -> None:
    help_at = {
        each.at.span.line: each.help[0]
        for each in page.diagnostics
        if each.name == "no-such-component" and each.at
    }
    assert "`Hardware Security Module (HSM)`" in help_at[299]
    assert "`DogTag Service`" in help_at[310]


def test_the_figure_has_its_caption_and_section(barbican: Architecture) -> None:
    (figure,) = barbican.figures
    assert figure.file == "figures/barbican_architecture-diagram.png"
    assert (figure.caption or "").startswith(
        "Generated using draw.io, editable version:\nhttps://www.draw.io/"
    )
    assert figure.section == "Service architecture diagram"


def test_what_has_no_field_is_a_note_with_its_line(barbican: Architecture) -> None:
    assert [(note.section, note.source) for note in barbican.notes] == [
        ("External dependencies & associated security assumptions", "architecture-page.rst:40"),
        ("Components", "architecture-page.rst:58"),
        ("Interfaces", "architecture-page.rst:254"),
    ]


def test_every_fact_knows_its_line(page: PageRead) -> None:
    lines = {
        ("service",): 2, ("status",): 7, ("contacts", "security-reviewers", 1): 20, ("components", "worker-queue", "technology"): 56,
        ("components", "dogtag-service"): 60, ("data-assets", "secret-data", "persisted", 0, "in"): 79,
        ("data-assets", "secret-data", "impact", "availability"): 117, ("interfaces", "5"): 290,
        ("interfaces", "6", "listener"): 299, ("interfaces", "6", "in-flight", 3, "asset"): 303, ("resources", 0): 324,
    }  # fmt: skip
    found = {path: page.places.of(path) for path in lines}
    assert {path: span.line for path, span in found.items() if span} == lines
    listener = page.places.of(("interfaces", "3", "listener"))
    assert listener is not None
    assert listener.text == "API Process Host"


def test_no_word_of_the_page_is_lost(path: Path) -> None:
    assert lost(path.read_text(encoding="utf-8")) == set()


def test_the_page_that_we_write_of_it_reads_the_same(barbican: Architecture) -> None:
    written = write_page(barbican)
    assert read_page(Source("again.rst", written), folder=None).architecture == barbican
    assert "1. Client -> API Process *[TLS]*:" in written
    assert "- *Secret metadata* - persisted in Database" in written
    assert ".. figure:: figures/barbican_architecture-diagram.png" in written
