"""What is known to be wrong with protocols, and of which names it is said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.knowledge.control_kinds import StandsOn, control_kinds
from bartizan.knowledge.protocols import protocols
from bartizan.knowledge.vulnerabilities import (
    Breaks,
    UsedFrom,
    Vulnerability,
    all_vulnerabilities,
    vulnerabilities,
    vulnerabilities_of_versions,
)

ROWS = list(all_vulnerabilities().values())


def names(*written: str) -> set[str]:
    return {each.name for each in vulnerabilities(*written)}


@pytest.mark.parametrize(
    ("written", "name", "id_", "breaks"),
    [
        ("SSLv3", "POODLE", "CVE-2014-3566", "encryption"),
        ("TLS 1.0", "BEAST", "CVE-2011-3389", "encryption"),
        ("SSL 2.0", "DROWN", "CVE-2016-0800", "encryption"),
        ("TLS 1.2", "Sweet32", "CVE-2016-2183", "encryption"),
        ("TLS 1.2", "FREAK", "CVE-2015-0204", "encryption"),
        ("TLS 1.2", "Logjam", "CVE-2015-4000", "encryption"),
        ("TLS 1.2", "ROBOT", None, "encryption"),
        ("TLS 1.1", "RC4 biases", "CVE-2013-2566", "encryption"),
        ("SSH", "Terrapin", "CVE-2023-48795", "integrity"),
        ("WPA2", "KRACK", "CVE-2017-13077", "encryption"),
        ("HTTP/2", "Rapid Reset", "CVE-2023-44487", "availability"),
        ("HTTP/1.1", "request smuggling", None, "integrity"),
        ("NTLM", "NTLM relay", "CVE-2019-1040", "client-authentication"),
        ("LLMNR", "name poisoning on the local network", None, "server-authentication"),
        ("DNS", "DNS cache poisoning", "CVE-2008-1447", "integrity"),
        ("RADIUS", "BlastRADIUS", "CVE-2024-3596", "client-authentication"),
        ("NTP", "NTP amplification", "CVE-2013-5211", "availability"),
        ("SSDP", "SSDP amplification", None, "availability"),
        ("memcached", "memcached amplification", "CVE-2018-1000115", "availability"),
        ("SMB 1", "SMB relay", "CVE-2008-4037", "client-authentication"),
        ("Kerberos RC4", "Kerberos RC4 and MD5", "CVE-2022-37966", "client-authentication"),
        ("PKCS#11", "padding oracle in tokens", None, "encryption"),
    ],
)
def test_what_everybody_knows_is_known(written: str, name: str, id_: str | None, breaks: str) -> None:
    found = {each.name: each for each in vulnerabilities(written)}[name]
    assert found.id == id_
    assert breaks in found.breaks


def test_what_only_a_version_has_is_not_said_of_a_name_without_one() -> None:
    assert "POODLE" not in names("TLS")
    assert "POODLE" not in names("TLS 1.3")
    assert "BEAST" not in names("TLS 1.2")
    assert "BEAST" in names("TLS 1.0 - 1.2")


def test_a_name_without_a_version_may_have_what_some_version_has() -> None:
    of_versions = {each.name for each in vulnerabilities_of_versions("HTTPS")}
    assert {"POODLE", "BEAST"} <= of_versions
    assert of_versions.isdisjoint(names("HTTPS"))
    assert vulnerabilities_of_versions("HTTPS", "TLS 1.3") == ()
    assert vulnerabilities_of_versions("NTL") == ()
    assert {each.name for each in vulnerabilities_of_versions("SNMP")} >= {"community string in the clear"}


def test_what_was_repaired_in_implementations_is_no_more_than_a_question() -> None:
    for each in ROWS:
        if "Update" in each.repair.split(",")[0]:
            assert each.when, each.name


def test_of_what_nobody_knows_nothing_is_said() -> None:
    assert vulnerabilities("NTL") == ()
    assert vulnerabilities("carrier pigeon") == ()
    assert vulnerabilities() == ()


def test_what_needs_somebody_on_the_way_ends_within_something_that_protects() -> None:
    assert "BlastRADIUS" in names("RADIUS")
    assert "BlastRADIUS" not in names("RADIUS", "TLS 1.3")
    assert "community string in the clear" not in names("SNMPv2c over WireGuard")
    assert "NTP time shifting" not in names("NTP with NTS")


@pytest.mark.parametrize(
    "written",
    [
        "RADIUS over TLS 1.0",
        "RADIUS over TLS (planned)",
        "RADIUS or RadSec",
        "RADIUS without TLS",
        "RADIUS, IKEv1",
    ],
)
def test_what_protects_weakly_or_not_for_certain_ends_nothing(written: str) -> None:
    assert "BlastRADIUS" in names(written)


def test_what_an_end_can_do_itself_stays_within_tls() -> None:
    assert "NTLM relay" in names("NTLM over HTTPS")
    assert "server reads the client's files" in names("SQL with TLS")
    assert "Rapid Reset" in names("HTTP/2 over TLS 1.3")


def test_what_is_wrong_with_the_protection_itself_stays() -> None:
    assert "BEAST" in names("HTTPS (TLS 1.0)")
    assert "KRACK" in names("WPA2")


@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.name)
def test_each_row_is_whole(each: Vulnerability) -> None:
    for id_ in (each.id, *each.also):
        assert id_ is None or re.fullmatch(r"CVE-(19|20)\d\d-\d{4,}", id_), id_
    assert each.protocols
    assert set(each.protocols) <= set(protocols())
    assert each.breaks
    assert re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?", each.known)
    for text in (each.says, each.repair):
        assert text[0].isupper()
        assert text.endswith(".")
    assert not each.when.endswith(".")
    assert each.always == (each.when == "")


def test_no_id_stands_in_two_rows() -> None:
    ids = [id_ for each in ROWS for id_ in (each.id, *each.also) if id_]
    assert len(ids) == len(set(ids))


def test_an_id_is_not_younger_than_what_it_stands_for() -> None:
    for each in ROWS:
        assert each.id is None or int(each.id[4:8]) <= 2026


def test_what_is_lost_is_a_control_that_stands_on_interfaces() -> None:
    for each in Breaks:
        assert StandsOn.INTERFACE in control_kinds()[each.value].on


def test_what_is_turned_against_others_breaks_availability_alone() -> None:
    for each in ROWS:
        if each.used_from is UsedFrom.OUTSIDE:
            assert each.breaks == (Breaks.AVAILABILITY,)


NAMES = st.lists(st.sampled_from(sorted(protocols())), min_size=1, max_size=3)


@given(NAMES)
def test_the_order_in_which_protocols_are_named_does_not_matter(written: list[str]) -> None:
    assert names(*written) == names(*reversed(written))


@given(st.sampled_from(sorted(protocols())))
def test_each_protocol_alone_has_what_its_rows_say(name: str) -> None:
    assert names(name) == {each.name for each in ROWS if name in each.protocols}
