"""Sorts of data: what `kind:` says, and what a name tells for certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.knowledge.asset_kinds import (
    AssetKind,
    asset_kind,
    asset_kind_of,
    asset_kinds,
    nearest_asset_kind,
)
from bartizan.model.data_asset import DataAsset


def told(name: str) -> str | None:
    found = asset_kind_of(DataAsset(id="an-asset", name=name))
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("credential", "credential"),
        ("Credentials", "credential"),
        ("key", "key"),
        ("certificate", "certificate"),
        ("token", "token"),
        ("message", "message"),
        ("configuration", "configuration"),
        ("settings", "configuration"),
        ("code", "code"),
        ("quotas", "quota"),
        ("log", "log"),
        ("PII", "personal-data"),
        ("personal data", "personal-data"),
        ("secret", "secret"),
        ("cookie", "session"),
        ("policy", "access-rules"),
        ("database credentials", "credential"),
    ],
)
def test_a_kind_goes_by_several_words(word: str, name: str) -> None:
    found = asset_kind(word)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("word", [None, "", "thing", "unknown", "status code", "support ticket"])
def test_other_words_are_no_kind(word: str | None) -> None:
    assert asset_kind(word) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("DB credentials", "credential"),
        ("barbican admin keystone Credentials", "credential"),
        ("CA (dogtag) credentials", "credential"),
        ("Event queue credentials [including endpoint address]", "credential"),
        ("API key", "api-key"),
        ("API keys", "api-key"),
        ("session token", "session"),
        ("Client keystone token", "token"),
        ("token-2", "token"),
        ("user's passwords", "password"),
        ("username/password", "password"),
        ("passwords, default passwords", "password"),
        ("Password hashes", "password-hash"),
        ("Per-project KEKs", "key"),
        ("Master Key Encryption Key", "key"),
        ("Keys of other services", "key"),
        ("TLS private key", "private-key"),
        ("public key", "public-key"),
        ("HMAC key", "signing-key"),
        ("Token signing keys", "signing-key"),
        ("Client certificates", "client-certificate"),
        ("ACL rules", "access-rules"),
        ("User quotas", "quota"),
        ("Audit logs", "log"),
        ("Backup of the master key", "backup"),
        ("Master key backup", "backup"),
        ("Secret metadata", "metadata"),
        ("Middleware configuration", "configuration"),
        ("Primary keys", "identifier"),
        ("License key", "license"),
        ("Email addresses", "personal-data"),
    ],
)
def test_a_name_tells_by_its_end(name: str, kind: str) -> None:
    assert told(name) == kind


@pytest.mark.parametrize(
    "name",
    [
        "paste.ini",
        "policy.json",
        "Orders",
        "note",
        "Keys and certificates",
        "Passwords / tokens",
        "Encrypted passwords",
        "public token",
        "no credentials",
        "Password policy",
        "Token validation",
        "Status code",
        "Session",
        "Cloud images",
        "Keynote",
        "monkey",
        "Certificates trusted because the CA issued them",
        "",
        "—",
    ],
)
def test_what_is_not_sure_is_not_guessed(name: str) -> None:
    assert told(name) is None


def test_without_a_name_the_id_tells() -> None:
    found = asset_kind_of(DataAsset(id="keystone-token"))
    assert found is not None
    kind, because = found
    assert kind.name == "token"
    assert because == "it is called keystone-token"


def test_what_the_page_says_counts_and_the_name_does_not() -> None:
    found = asset_kind_of(DataAsset(id="a", name="API token", kind="message"))
    assert found is not None
    kind, because = found
    assert kind.name == "message"
    assert because == "the page says that it is of kind message"
    assert asset_kind_of(DataAsset(id="a", name="API token", kind="thing")) is None


@pytest.mark.parametrize(
    ("name", "authenticates", "bearer", "unlocks", "runs"),
    [
        ("password", True, True, False, False),
        ("token", True, True, False, False),
        ("session", True, True, False, False),
        ("credential", True, None, False, False),
        ("private-key", True, False, True, False),
        ("client-certificate", True, False, False, False),
        ("certificate", False, False, False, False),
        ("key", None, False, True, False),
        ("configuration", False, False, False, True),
        ("code", False, False, False, True),
        ("message", False, False, False, False),
        ("secret", None, None, None, False),
    ],
)
def test_it_is_known_what_a_copy_opens_and_what_an_alteration_does(
    name: str, authenticates: bool | None, bearer: bool | None, unlocks: bool | None, runs: bool | None
) -> None:
    kind = asset_kinds()[name]
    assert (kind.authenticates, kind.bearer, kind.unlocks, kind.runs) == (
        authenticates,
        bearer,
        unlocks,
        runs,
    )


def test_what_travels_when_it_is_shown_is_secret_and_shown_to_authenticate_or_to_pass_as_somebody() -> None:
    for kind in asset_kinds().values():
        if kind.bearer:
            assert kind.authenticates, kind.name
            assert kind.secret, kind.name
        if kind.unlocks:
            assert kind.secret, kind.name


@pytest.mark.parametrize(
    ("typed", "meant"), [("credental", "credential"), ("certifcate", "certificate"), ("tokn", "token")]
)
def test_a_slip_finds_the_kind_that_was_meant(typed: str, meant: str) -> None:
    assert nearest_asset_kind(typed) == meant


def test_what_is_like_nothing_is_near_nothing() -> None:
    assert nearest_asset_kind("carrier pigeon") is None


@pytest.mark.parametrize("kind", asset_kinds().values(), ids=lambda kind: kind.name)
def test_each_kind_is_found_by_each_of_its_words_and_by_their_plural(kind: AssetKind) -> None:
    for word in (kind.name, *kind.words, *kind.only_said):
        assert asset_kind(word) is kind, word
        assert word.endswith(("s", "y")) or asset_kind(f"{word}s") is kind, word


@pytest.mark.parametrize("kind", asset_kinds().values(), ids=lambda kind: kind.name)
def test_a_name_tells_by_each_word_but_those_for_kind_alone(kind: AssetKind) -> None:
    for word in kind.words:
        assert told(f"The other {word}") == kind.name, word
    for word in kind.only_said:
        assert told(word) is None, word


@given(st.text(max_size=60))
def test_no_name_is_too_strange_to_be_asked(text: str) -> None:
    found = asset_kind_of(DataAsset(id="a", name=text))
    assert found is None or found[0].name in asset_kinds()


@given(
    st.sampled_from(["DB credentials", "API keys", "note", "orders"]),
    st.sampled_from(["encrypted", "no", "old", "former"]),
)
def test_a_word_of_doubt_never_makes_a_name_tell_more(name: str, doubt: str) -> None:
    assert told(f"{doubt} {name}") is None
