"""On the published Barbican page, every contradiction that is known of it is found: one line for each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bartizan.formats.openstack_rst.reader import read_page
from bartizan.rules.readiness.check import blocking
from bartizan.source.read_text import read_source
from tests.model.pages import page
from tests.rules.readiness.clean_page import gaps_of

if TYPE_CHECKING:
    from bartizan.model.read import PageRead
    from bartizan.rules.readiness.gap import Gap

CONTRADICTIONS = [
    # what is known of the page, the rule, the line of the page, words of the message or the help
    ("the keystone Listener has no interface", "component-without-interface", 52, "has no interface"),
    ("the Database has no interface", "component-without-interface", 54, "has no interface"),
    ("the Worker Queue has no interface", "component-without-interface", 56, "has no interface"),
    ("the DogTag Service is called Certificate Authority (Dogtag)", "component-without-interface", 60, "certificate-authority-dogtag"),
    ("interface 3 has a TODO", "placeholder-left", 278, "TODO"),
    ("interface 4 has a TODO", "placeholder-left", 285, "TODO"),
    ("interface 8 has a TODO", "placeholder-left", 316, "TODO"),
    ("interface 8 asks whether it is missing on the diagram", "question-left", 316, "is this interface missing on the diagram?"),
    ("interface 5 uses NTL, which is not understood", "protocol-not-understood", 290, "NTL"),
    ("interface 6 uses NTL, which is not understood", "protocol-not-understood", 299, "NTL"),
    ("interface 5 says that work to understand NTL is required", "placeholder-left", 290, "work to understand NTL is required"),
    ("interface 6 says that work to understand NTL is required", "placeholder-left", 299, "work to understand NTL is required"),
    ("per-project KEKs have no impact analysis", "asset-without-impact", 91, "no impact analysis"),
    ("CADF credentials have no impact analysis", "asset-without-impact", 99, "no impact analysis"),
    ("the certificate signing request is in the impact analysis only", "asset-not-placed", 224, "does not say where"),
    ("the key backup is in the impact analysis only", "asset-not-placed", 207, "does not say where"),
    ("the keys and their backup have one name", "duplicate-name", 199, "PKCS#11 MKEK/HMAC"),
    ("RBAC rulesets are renamed to RBAC/ACL rulesets", "similar-names", 81, "RBAC/ACL rulesets"),
    ("the Event Queue credentials are renamed", "similar-names", 87, "Identity Service (keystone) Event Queue Credentials"),
    ("the MKEK is renamed", "similar-names", 90, "PKCS#11 MKEK/HMAC"),
    ("the CA credentials are renamed", "similar-names", 92, "Dogtag Credentials"),
]  # fmt: skip

NO_COMPONENTS = {
    "Client",
    "Administrator",
    "API Process Host",
    "keystone REST",
    "Certificate Authority (Dogtag)",
}
"""What the interfaces name and the list of components does not have; the reading of the page says that."""


@pytest.fixture(scope="module")
def published(shared: Path) -> PageRead:
    path = shared / "corpus/openstack-ta/barbican-newton/architecture-page.rst"
    source, diagnostics = read_source(path)
    assert source is not None
    assert diagnostics == []
    return read_page(source, folder=path.parent)


@pytest.fixture(scope="module")
def found(published: PageRead) -> list[tuple[Gap, int]]:
    gaps = gaps_of(published.architecture, folder_files=None)
    spans = [published.places.of(gap.path) for gap in gaps]
    return [(gap, span.line if span else 0) for gap, span in zip(gaps, spans, strict=True)]


@pytest.mark.parametrize(
    ("known", "rule", "line", "words"), CONTRADICTIONS, ids=[known for known, *_ in CONTRADICTIONS]
)
def test_a_known_contradiction_is_found_at_its_line(
    known: str, rule: str, line: int, words: str, found: list[tuple[Gap, int]]
) -> None:
    here = [gap for gap, at in found if gap.rule == rule and at == line]
    assert len(here) == 1, known
    assert words in " ".join((here[0].message, *here[0].help))


def test_what_the_interfaces_name_and_nobody_lists_is_said_when_the_page_is_read(published: PageRead) -> None:
    said = " ".join(
        label.text
        for each in published.diagnostics
        if each.name == "no-such-component" and (label := each.at)
    )
    for name in NO_COMPONENTS:
        assert f"`{name}`" in said, name


def test_the_published_page_is_not_ready(found: list[tuple[Gap, int]]) -> None:
    rules = {gap.rule for gap in blocking(gap for gap, _ in found)}
    assert {
        "section-missing",
        "deployment-unsaid",
        "no-trust-boundary",
        "administration-path-missing",
        "no-flow-diagram",
    } <= rules


# ---- the same contradictions, written by hand, so that the rules are held to them without the corpus and its reader

BY_HAND = """
service: barbican
template: list
components:
  api-process: {name: API Process, technology: Python, description: Listens for web requests.}
  worker-process: {name: Worker Process, technology: Python, description: Executes tasks.}
  keystone-listener-process: {technology: Python, description: Consumes keystone events.}
  database: {technology: MySQL, description: Stores state.}
  worker-queue: {technology: RabbitMQ, description: Holds new orders.}
  dogtag-service: {name: DogTag Service, kind: certificate-authority, description: An instance of Dogtag.}
  module: {name: Hardware Security Module (HSM), kind: hsm, description: A dedicated module.}
  policy-json: {kind: file, read-by: api-process}
  client: {}
  administrator: {}
  api-process-host: {}
  keystone-rest: {}
  certificate-authority: {name: Certificate Authority (Dogtag)}
interfaces:
  1: {requestor: client, listener: api-process, protocol: TLS, in-flight: [User keystone Credentials, Path]}
  3: {requestor: administrator, listener: api-process-host, protocol: SSH, notes: ["practices such as **<TODO>.**"]}
  5: {requestor: api-process, listener: module, protocol: NTL, in-flight: hsm-credentials, notes: [work to understand NTL is required]}
  6: {requestor: worker-process, listener: module, protocol: NTL, in-flight: [hsm-credentials, mkek]}
  7: {requestor: worker-process, listener: certificate-authority, protocol: TLS, in-flight: dogtag-credentials}
  8: {requestor: api-process, listener: keystone-rest, protocol: TLS, in-flight: token, notes: ["**TODO** - is this interface missing on the diagram?"]}
data-assets:
  hsm-credentials: {name: HSM Credentials, persisted: policy-json, impact: {notes: [Bad.]}}
  mkek: {name: "[PKCS#11] HSM Master Key Encryption Key (MKEK)", persisted: {in: module, extractable: no}}
  mkek-hmac: {name: PKCS#11 MKEK/HMAC, persisted: [{description: backed up somewhere}], impact: {confidentiality: Bad.}}
  keks: {name: Per-project KEKs, persisted: database}
  rbac: {name: RBAC rulesets, persisted: policy-json}
  rbac-acl: {name: RBAC/ACL rulesets, impact: {confidentiality: Bad., integrity: Bad., availability: Bad.}}
  ca-credentials: {name: CA (dogtag) credentials, persisted: policy-json}
  dogtag-credentials: {name: Dogtag Credentials, impact: {confidentiality: Bad., integrity: Bad., availability: Bad.}}
  certificate-signing-request: {impact: {notes: [We do not model it.]}}
  token: {name: Client keystone token, persisted: nowhere, impact: {notes: [Bad.]}}
"""

EXPECTED_BY_HAND = [
    "component-without-interface keystone-listener-process",
    "component-without-interface database",
    "component-without-interface worker-queue",
    "component-without-interface dogtag-service",
    "component-unlisted client",
    "component-unlisted administrator",
    "component-unlisted api-process-host",
    "component-unlisted keystone-rest",
    "component-unlisted certificate-authority",
    "similar-names dogtag-service",
    "placeholder-left 3",
    "placeholder-left 5",
    "placeholder-left 8",
    "question-left 8",
    "protocol-not-understood 5",
    "protocol-not-understood 6",
    "unextractable-in-flight mkek",
    "named-but-not-listed 1",
    "asset-without-impact keks",
    "asset-without-impact mkek",
    "asset-without-impact mkek-hmac",
    "asset-not-placed mkek-hmac",
    "asset-not-placed certificate-signing-request",
    "similar-names mkek",
    "similar-names rbac",
    "similar-names ca-credentials",
]


@pytest.mark.parametrize("identity", EXPECTED_BY_HAND)
def test_a_contradiction_written_by_hand_is_found(identity: str) -> None:
    assert identity in {gap.identity for gap in gaps_of(page(BY_HAND).architecture)}
