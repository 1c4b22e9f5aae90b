from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.model.names import make_id, readable
from bartizan.model.shapes import ID, RESERVED


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("API Process", "api-process"),
        ("HSM (PKCS#11)", "hsm-pkcs-11"),
        ("Dépôt d'écriture", "depot-d-ecriture"),
        ("all", "the-all"),
        ("日本語", "unnamed"),
        ("1", "1"),
    ],
)
def test_an_id_is_made_of_the_letters_of_a_name(text: str, id_: str) -> None:
    assert make_id(text, ()) == id_


@given(st.text(), st.sets(st.text()))
def test_a_made_id_is_always_an_id_of_its_own(text: str, taken: set[str]) -> None:
    id_ = make_id(text, taken)
    assert ID.fullmatch(id_)
    assert id_ not in taken | RESERVED
    assert make_id(text, {*taken, id_}) != id_


def test_an_id_is_made_readable_with_the_capitals_people_expect() -> None:
    assert readable("api-process") == "API process"
    assert readable("1/encryption") == "Encryption"
    assert readable("note/encryption-at-rest") == "Encryption at rest"
    assert readable("rest-api") == "REST API"
    assert readable("portal.ini") == "portal.ini"
    assert readable("sso-in-dmz") == "SSO in DMZ"
    assert re.fullmatch(r"Worker queue", readable("worker-queue"))
