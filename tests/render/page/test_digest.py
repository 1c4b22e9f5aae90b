"""The digest tells models apart, and nothing else."""

from __future__ import annotations

from hypothesis import given, settings

from bartizan.model.architecture import Architecture
from bartizan.render.page.digest import model_digest
from tests.model.pages import FIRST_PAGE, page
from tests.strategies import architectures


def digest_of(text: str) -> str:
    return model_digest(page(text).architecture)


def test_the_digest_of_a_first_page_never_changes() -> None:
    assert digest_of(FIRST_PAGE) == "d08a4273aec3a0069c0d183e76db982e7bab707c04180b7860f25d0616a2b621"


def test_comments_quotes_and_the_order_of_keys_make_no_difference() -> None:
    other = """\
# a comment
components:
  database: {domain: cloud, technology: PostgreSQL}
  web: {technology: 'Python', domain: cloud}
  browser: {kind: person, domain: internet}
data-assets:
  note:
    persisted: [{in: database}]   # the long form
    confidentiality: high
interfaces:
  2: {requestor: web, listener: database, protocol: [SQL], request: note}
  1: {requestor: browser, listener: web, protocol: HTTPS, request: [{asset: note}]}
service: Notes
"""
    assert digest_of(other) == digest_of(FIRST_PAGE)


def test_every_value_makes_a_difference() -> None:
    assert digest_of(FIRST_PAGE.replace("HTTPS", "HTTP")) != digest_of(FIRST_PAGE)
    assert digest_of(FIRST_PAGE.replace("confidentiality: high, ", "")) != digest_of(FIRST_PAGE)


def test_the_order_of_a_list_makes_a_difference() -> None:
    assert digest_of(FIRST_PAGE + "users: [a, b]\n") != digest_of(FIRST_PAGE + "users: [b, a]\n")


def test_text_that_no_encoding_can_write_has_a_digest_too() -> None:
    assert len(model_digest(Architecture(service="\ud800"))) == 64


@settings(max_examples=30)
@given(architectures(), architectures())
def test_different_pages_have_different_digests(one: Architecture, other: Architecture) -> None:
    assert (model_digest(one) == model_digest(other)) == (one == other)
