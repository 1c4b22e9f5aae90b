"""What people write for a protocol, and what follows from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.knowledge.protocols import (
    PROPERTIES,
    Gives,
    Medium,
    Protocol,
    Status,
    nearest_protocol,
    open_versions,
    protocol,
    protocol_name,
    protocols,
)

YES, WEAK, OPTIONAL, UNKNOWN, NO = Gives.YES, Gives.WEAK, Gives.OPTIONAL, Gives.UNKNOWN, Gives.NO


def asked(*names: str) -> Protocol:
    found = protocol(*names)
    assert found is not None, names
    return found


@pytest.mark.parametrize(
    ("written", "status", "encryption"),
    [
        (["TLS"], Status.CURRENT, YES),
        (["tls 1.2"], Status.CURRENT, YES),
        (["TLSv1.2"], Status.CURRENT, YES),
        (["TLS 1.2/1.3"], Status.CURRENT, YES),
        (["TLS 1.2+"], Status.CURRENT, YES),
        (["TLS 1.0 - 1.2"], Status.DEPRECATED, WEAK),
        (["TLS 1.1"], Status.DEPRECATED, WEAK),
        (["SSLv3"], Status.DEPRECATED, WEAK),
        (["SSL 2.0"], Status.PROHIBITED, WEAK),
        (["SSL"], Status.UNKNOWN, UNKNOWN),
        (["SQL with TLS"], Status.CURRENT, YES),
        (["SQL", "TLS"], Status.CURRENT, YES),
        (["SQL"], Status.CLEARTEXT, NO),
        (["AMQP + TLS"], Status.CURRENT, YES),
        (["AMQP+TLS"], Status.CURRENT, YES),
        (["HTTPS (TLS 1.3)"], Status.CURRENT, YES),
        (["https/443"], Status.CURRENT, YES),
        (["REST over HTTPS"], Status.CURRENT, YES),
        (["REST"], Status.CURRENT, UNKNOWN),
        (["HTTP(S)"], Status.CURRENT, OPTIONAL),
        (["HTTP or HTTPS"], Status.CURRENT, OPTIONAL),
        (["TLS or plain HTTP"], Status.CLEARTEXT, OPTIONAL),
        (["HTTP/1.1"], Status.CLEARTEXT, NO),
        (["HTTP/2 + TLS"], Status.CURRENT, YES),
        (["SNMPv2c"], Status.DEPRECATED, NO),
        (["SNMP"], Status.UNKNOWN, UNKNOWN),
        (["SMB 3.1.1"], Status.CURRENT, OPTIONAL),
        (["NFSv4 with Kerberos"], Status.CURRENT, OPTIONAL),
        (["NTL"], Status.UNKNOWN, UNKNOWN),
        (["PKCS #11 over NTL"], Status.UNKNOWN, UNKNOWN),
        (["FS + SSH"], Status.CURRENT, YES),
        (["Kerberos 4"], Status.DEPRECATED, WEAK),
        (["Kerberos RC4"], Status.DEPRECATED, WEAK),
        (["Kerberos with AES"], Status.CURRENT, OPTIONAL),
        (["HTTP/1.0"], Status.CLEARTEXT, NO),
        (["HTTP/1.1 with TLS"], Status.CURRENT, YES),
        (["HTTP/3"], Status.CURRENT, YES),
        (["SNMPv1"], Status.DEPRECATED, NO),
        (["SNMP v3"], Status.CURRENT, OPTIONAL),
        (["IKEv1"], Status.DEPRECATED, WEAK),
        (["IKEv2"], Status.CURRENT, OPTIONAL),
        (["NFSv3"], Status.CLEARTEXT, NO),
        (["NFS 4.1"], Status.CURRENT, OPTIONAL),
        (["SMB 1"], Status.DEPRECATED, NO),
        (["SMB 2.1"], Status.CLEARTEXT, NO),
        (["DTLS 1.0"], Status.DEPRECATED, WEAK),
        (["DTLS 1.3"], Status.CURRENT, YES),
        (["SSH-1"], Status.DEPRECATED, WEAK),
        (["AMQP 0-9-1"], Status.CLEARTEXT, NO),
        (["AMQP 1.0 + TLS"], Status.CURRENT, YES),
        (["MQTT 3.1.1"], Status.CLEARTEXT, NO),
        (["MQTT 5 over TLS"], Status.CURRENT, YES),
        (["OAuth implicit grant"], Status.DEPRECATED, NO),
        (["OAuth 2.0 password grant"], Status.PROHIBITED, NO),
        (["WireGuard"], Status.CURRENT, YES),
        (["WPA2"], Status.CURRENT, YES),
        (["WEP"], Status.DEPRECATED, WEAK),
        (["Wi-Fi"], Status.UNKNOWN, UNKNOWN),
    ],
)
def test_what_people_write_is_understood(written: list[str], status: Status, encryption: Gives) -> None:
    found = asked(*written)
    assert (found.status, found.encryption) == (status, encryption)
    assert not found.unknown


@pytest.mark.parametrize("written", ["HTTP without TLS", "SQL, no TLS", "non-TLS SQL", "AMQP not over TLS"])
def test_what_is_said_to_be_missing_does_not_protect(written: str) -> None:
    found = asked(written)
    assert found.encryption is NO
    assert "TLS" not in [part.name for part in found.parts]


@pytest.mark.parametrize(
    "written",
    ["TLS disabled", "TLS (planned)", "optional TLS", "HTTPS if configured", "TLS todo", "unencrypted HTTPS"],
)
def test_what_may_not_be_so_promises_nothing(written: str) -> None:
    found = asked(written)
    assert {getattr(found, each) for each in PROPERTIES} == {UNKNOWN}
    assert found.status is Status.UNKNOWN


def test_what_nobody_outside_of_its_vendor_knows_stays_unknown_in_all_it_may_give() -> None:
    asked_for = asked("NTL")
    assert asked_for.status is Status.UNKNOWN
    assert {getattr(asked_for, each) for each in PROPERTIES} == {UNKNOWN}
    assert "?" in asked_for.says


def test_the_password_of_basic_authentication_needs_something_around_it() -> None:
    alone, within = asked("HTTP Basic"), asked("HTTPS with Basic authentication")
    assert (alone.encryption, alone.client_authentication) == (NO, YES)
    assert (within.encryption, within.client_authentication) == (YES, YES)


@pytest.mark.parametrize("written", ["TLS 1.7", "TLS 2", "HTTP 4", "SSHv9"])
def test_a_version_that_nobody_knows_promises_nothing(written: str) -> None:
    found = asked(written)
    assert found.encryption is UNKNOWN
    assert found.unknown


def test_beside_a_word_that_nobody_knows_what_is_missing_is_unknown_and_what_is_there_stays() -> None:
    assert asked("SQL", "Foo").encryption is UNKNOWN
    assert asked("SQL", "Foo").unknown == ("foo",)
    assert asked("TLS", "Foo").encryption is YES
    assert asked("TLS", "Foo").status is Status.UNKNOWN


@pytest.mark.parametrize("written", ["Foo", "unknown", "-", "", "443", "with", "größer"])
def test_what_nobody_knows_is_nothing(written: str) -> None:
    assert protocol(written) is None


def test_without_a_name_there_is_no_protocol() -> None:
    assert protocol() is None


def test_a_client_is_authenticated_only_by_what_asks_for_it() -> None:
    assert asked("TLS").client_authentication is OPTIONAL
    assert asked("mTLS").client_authentication is YES
    assert asked("TLS 1.2 with client certificates").client_authentication is YES
    assert asked("SSH").client_authentication is YES
    assert asked("HTTP").client_authentication is NO


@pytest.mark.parametrize(
    ("written", "medium"),
    [
        ("FS", Medium.LOCAL),
        ("Unix domain socket", Medium.LOCAL),
        ("SQL over Unix socket", Medium.LOCAL),
        ("FS over NFS", Medium.NETWORK),
        ("FS + SSH", Medium.NETWORK),
        ("PKCS#11", Medium.API),
        ("PKCS#11 over NTL", Medium.NETWORK),
        ("OAuth 2.0", Medium.APPLICATION),
        ("OAuth 2.0 over HTTPS", Medium.NETWORK),
    ],
)
def test_it_is_known_what_leaves_the_machine(written: str, medium: Medium) -> None:
    assert asked(written).medium is medium


def test_a_protocol_alone_is_its_own_part_and_keeps_its_name() -> None:
    assert [part.name for part in asked("tls 1.2").parts] == ["TLS 1.2"]
    assert asked("tls 1.2").name == "TLS 1.2"
    assert [part.name for part in asked("SQL with TLS").parts] == ["SQL", "TLS"]
    assert asked("SQL with TLS").name == "SQL with TLS"


def test_a_label_joins_the_names_as_they_were_written() -> None:
    assert protocol_name(["AMQP", "TLS 1.3"]) == "AMQP + TLS 1.3"


@pytest.mark.parametrize(
    ("typed", "meant"), [("HTPS", "HTTPS"), ("AQMP", "AMQP"), ("TSL", "TLS"), ("Postgers", "SQL")]
)
def test_a_slip_finds_the_protocol_that_was_meant(typed: str, meant: str) -> None:
    assert nearest_protocol(typed) == meant


def test_what_is_like_nothing_is_near_nothing() -> None:
    assert nearest_protocol("carrier pigeon") is None


NAMES = st.lists(st.sampled_from(sorted(protocols())), min_size=1, max_size=4)


@given(NAMES)
def test_the_order_in_which_protocols_are_named_does_not_matter(names: list[str]) -> None:
    shuffled = list(reversed(names))
    one, other = asked(*names), asked(*shuffled)
    assert [getattr(one, each) for each in PROPERTIES] == [getattr(other, each) for each in PROPERTIES]
    assert (one.status, one.medium) == (other.status, other.medium)


@given(NAMES)
def test_more_protocols_never_protect_less(names: list[str]) -> None:
    # Not `TLS`: beside `TLS 1.0` that is no more than TLS 1.0.
    order = list(Gives)
    with_tls, without = asked(*names, "TLS 1.3"), asked(*names)
    for each in PROPERTIES:
        assert order.index(getattr(with_tls, each)) <= order.index(getattr(without, each))
    assert with_tls.encryption is YES


@given(st.sampled_from(sorted(protocols())))
def test_capitals_do_not_matter(name: str) -> None:
    assert asked(name) == asked(name.upper()) == asked(name.lower())


@given(st.text(max_size=40))
def test_no_text_is_too_strange_to_be_asked(text: str) -> None:
    found = protocol(text)
    assert found is None or found.parts


@given(st.text(alphabet="abcdefghijklmnop ", min_size=1, max_size=20))
def test_words_that_nobody_knows_never_make_something_sure_that_was_not(text: str) -> None:
    found = protocol(f"SQL {text}")
    if found and found.unknown:
        assert found.encryption is not NO


@pytest.mark.parametrize("each", protocols().values(), ids=lambda each: each.name)
def test_the_versions_that_a_name_leaves_open_are_rows_of_the_table(each: Protocol) -> None:
    assert set(each.versions) <= set(protocols()) - {each.name}
    assert len(each.versions) == len(set(each.versions))


def test_a_name_leaves_open_which_version_is_meant_until_one_is_named() -> None:
    assert [each.name for each in open_versions("mTLS")] == [
        "SSL 3.0",
        "TLS 1.0",
        "TLS 1.1",
        "TLS 1.2",
        "TLS 1.3",
    ]
    assert open_versions("AMQP", "TLS 1.2") == ()
    assert open_versions("HTTPS", "TLS 1.2") == ()
    assert open_versions("SSH") == ()
    assert open_versions("carrier pigeon") == ()


def test_a_protocol_is_no_better_than_the_version_that_stands_beside_it() -> None:
    for names in (("HTTPS", "TLS 1.0"), ("TLS 1.0", "HTTPS"), ("HTTPS with TLS 1.0",)):
        spoken = protocol(*names)
        assert spoken
        assert spoken.encryption is Gives.WEAK
    current = protocol("HTTPS", "TLS 1.3")
    assert current
    assert current.encryption is Gives.YES
