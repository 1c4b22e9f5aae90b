"""What is known to be wrong with what a page names: a threat where it always counts, a question where nobody says."""

from __future__ import annotations

import pytest

from bartizan.model.read import read_architecture
from bartizan.rules.answers.analysis import Analysis, analyse_page
from bartizan.rules.answers.questions import questions_of
from bartizan.rules.answers.threats import Status, Threat, threats_of
from bartizan.rules.answers.words import step_in_words
from bartizan.rules.facts.of_flaws import flaw_in_words
from bartizan.source.nodes import Mapping
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from tests.rules.answers.test_law_of_silence import broken

PAGE = """\
service: Notes
components:
  writer: {kind: person, domain: internet}
  web: {technology: WEB, domain: cloud}
  store: {technology: STORE, domain: cloud}
trust-domains:
  cloud: {reached-from: internet}
interfaces:
  1:
    requestor: writer
    listener: web
    protocol: PROTOCOL
    request: note
    response: note
    request-credentials: password
  2: {requestor: web, listener: store, protocol: SQL with TLS 1.3, request: note, response: note}
data-assets:
  note: {confidentiality: high, integrity: high, availability: high, persisted: store}
  password: {kind: password, opens: {1: {read: note}}, persisted: nowhere}
threat-actors:
  stranger: {at: internet}
controls:
  cloud/filter: absent
CONTROLS"""


def page(
    protocol: str = "TLS 1.3", web: str = "Python 3.13", store: str = "PostgreSQL 17", controls: str = ""
) -> str:
    text = PAGE.replace("PROTOCOL", protocol).replace("WEB", web).replace("STORE", store)
    return text.replace("CONTROLS", f"  {controls}\n" if controls else "")


def analysed(text: str) -> Analysis:
    root = read_yaml(Source("architecture.yaml", text)).root
    assert root is not None
    read = read_architecture(root)
    assert read.diagnostics == ()
    return analyse_page(read.architecture)


def threats(analysis: Analysis, rule: str) -> list[Threat]:
    return [each for each in threats_of(analysis) if each.instance.rule.name == rule]


def asked(analysis: Analysis, kind: str) -> list[str]:
    return [each.text for each in questions_of(analysis) if each.kind == kind]


# ---- protocols


def test_what_is_always_wrong_with_a_version_is_a_certain_threat_that_names_it() -> None:
    analysis = analysed(page("SSLv3"))
    (threat,) = threats(analysis, "read-through-a-flaw")
    assert threat.status is Status.CERTAIN
    assert ("knows", "note") in {each.fact for each in threat.leads_to}
    says = step_in_words(analysis.grounded, threat.instance)
    assert says == (
        "POODLE (CVE-2014-3566, known since 2014-10; RFC 7568, RFC 7457) lets what interface 1 carries be read"
    )


def test_it_has_the_consequence_that_its_row_names_and_no_other() -> None:
    analysis = analysed(page("IPMI"))
    found = {
        each.instance.rule.name
        for each in threats_of(analysis)
        if "IPMI password hashes" in each.instance.names
    }
    assert found == {"let-in-through-a-flaw"}


def test_a_version_that_nobody_names_is_a_question_and_no_threat() -> None:
    analysis = analysed(page("TLS"))
    assert not any("flaw" in each.instance.rule.name for each in threats_of(analysis))
    text = analysis.grounded.questions["settings-unsaid", "1"].text
    assert text.startswith("Which version and settings of TLS does interface 1 use: is POODLE, ")


def test_so_is_a_condition_of_which_nobody_says_whether_it_holds() -> None:
    analysis = analysed(page("HTTP/2 over TLS 1.3"))
    assert threats(analysis, "stopped-through-a-flaw") == []
    assert asked(analysis, "settings-unsaid") != []


def test_so_is_a_protocol_that_nobody_knows() -> None:
    for unknown in ("NTL", "unknown"):
        analysis = analysed(page(unknown))
        assert not any("flaw" in each.instance.rule.name for each in threats_of(analysis))
        assert ("settings-unsaid", "1") in analysis.grounded.questions


@pytest.mark.parametrize(
    "control",
    [
        "1/protocol-hardening: in place",
        "1/tls-hardening: in place",
        "hardened: {kind: protocol-hardening, stands-on: 1, state: in place}",
    ],
)
def test_a_page_that_says_that_it_is_ruled_out_is_not_asked(control: str) -> None:
    analysis = analysed(page("TLS", controls=control))
    assert ("settings-unsaid", "1") not in analysis.grounded.questions
    assert not any("flaw" in each.instance.rule.name for each in threats_of(analysis))


def test_a_page_that_says_that_it_is_not_has_a_certain_threat() -> None:
    analysis = analysed(page("TLS", controls="1/protocol-hardening: absent"))
    assert [each.status for each in threats(analysis, "read-through-a-flaw")] == [Status.CERTAIN]


def test_what_turns_answers_against_somebody_else_costs_this_service_nothing() -> None:
    analysis = analysed(page("CLDAP"))
    assert threats(analysis, "stopped-through-a-flaw") == []


def test_what_a_protocol_does_not_give_cannot_be_taken_from_it() -> None:
    analysis = analysed(page("SNMPv2c"))
    assert threats(analysis, "read-through-a-flaw") == []
    assert threats(analysis, "let-in-through-a-flaw") != []


# ---- what nobody repairs any more


def test_what_nobody_repairs_is_a_certain_threat_that_names_the_day() -> None:
    analysis = analysed(page(web="Python 2.7"))
    (threat,) = threats(analysis, "unmaintained-component")
    assert threat.status is Status.CERTAIN
    assert ("owns", "web") in {each.fact for each in threat.leads_to}
    assert "Python 2.7 (no repairs since 2020-01-01, as of 2026-11-22" in step_in_words(
        analysis.grounded, threat.instance
    )


def test_one_threat_stands_for_a_component_however_many_interfaces_it_has() -> None:
    text = page(web="Python 2.7").replace(
        "data-assets:", "  3: {requestor: writer, listener: web}\ndata-assets:"
    )
    assert len(threats(analysed(text), "unmaintained-component")) == 1


def test_a_version_that_nobody_names_is_a_question_for_the_component() -> None:
    analysis = analysed(page(web="Python"))
    assert threats(analysis, "unmaintained-component") == []
    question = analysis.grounded.questions["maintenance-unsaid", "web"]
    assert question.text == "Which version of Python is Web, and does anybody still repair it?"


def test_a_library_counts_at_both_ends_and_the_word_of_the_page_before_ours() -> None:
    with_library = page().replace("  2: {", "  2: {implementation: {library: OpenSSL, version: 1.0.2}, ")
    ended = {each.instance.names for each in threats(analysed(with_library), "unmaintained-component")}
    assert ended == {("web", "OpenSSL 1.0.2"), ("store", "OpenSSL 1.0.2")}
    vouched = with_library.replace("version: 1.0.2", "version: 1.0.2, maintained: yes")
    assert threats(analysed(vouched), "unmaintained-component") == []
    given_up = with_library.replace("version: 1.0.2", "version: '9', maintained: no")
    assert threats(analysed(given_up), "unmaintained-component") != []


def test_a_page_that_says_that_nobody_updates_a_component_has_a_certain_threat() -> None:
    analysis = analysed(page(web="Python", controls="web/patching: absent"))
    assert [each.status for each in threats(analysis, "unmaintained-component")] == [Status.CERTAIN]


def test_somebody_who_repairs_it_all_the_same_is_a_control_that_can_fall() -> None:
    analysis = analysed(
        page(web="Python 2.7", controls="web/patching: {state: in place, because: Our distributor does.}")
    )
    assert threats(analysis, "unmaintained-component") == []
    assert "web/patching" in analysis.grounded.controls


# ---- silence


@pytest.mark.parametrize(
    "text",
    [
        page("SSLv3", "Python 2.7", "MySQL 5.7"),
        page("IPMI", "Python", "MySQL"),
        page("HTTP/2", controls="1/protocol-hardening: absent"),
        page("TLS", controls="1/protocol-hardening: {state: absent}"),
        page("SNMPv2c", controls="web/audit: absent"),
        page().replace("  2: {", "  2: {implementation: {library: OpenSSL, version: 1.0.2}, "),
        page().replace("  2: {", "  2: {implementation: {library: OpenSSL, maintained: no}, "),
        page(controls="1/audit: in place"),
        page(controls="web/patching: absent"),
    ],
)
def test_no_deleted_field_makes_such_a_page_safer(text: str) -> None:
    root = read_yaml(Source("architecture.yaml", text)).root
    assert isinstance(root, Mapping)
    assert broken(root) == {}


def test_what_is_no_flaw_of_ours_is_said_as_it_is() -> None:
    assert flaw_in_words("a library that nobody repairs") == "a library that nobody repairs"
    assert (
        flaw_in_words("VNC authentication") == "VNC authentication (known since 1999; RFC 6143 section 7.2.2)"
    )
