"""What travels of one holder at a time, and what is shown: how much follows when it is seen."""

from __future__ import annotations

import pytest

from tests.rules.answers.asking import analysed, follows

PAGE = """\
service: Notes
components:
  writer: {kind: person, domain: internet}
  web: {technology: Python, domain: cloud}
interfaces:
  1:
    requestor: writer
    listener: web
    protocol: HTTP
    request:
      - {asset: letter, encrypted-with: key, integrity-checked-with: key}
      - {asset: notice, encrypted-with: key, integrity-checked-with: key}
data-assets:
  letter: {one-per: writer, persisted: nowhere}
  notice: {persisted: nowhere}
  key: {kind: key, persisted: nowhere}
threat-actors:
  stranger: {at: internet}
"""


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("knows notice", True),
        ("knows-one letter", True),
        ("knows letter", False),
        ("alters notice", True),
        ("alters-one letter", True),
    ],
)
def test_with_the_key_only_those_in_view_are_read_or_altered(goal: str, expected: bool) -> None:
    analysis = analysed(PAGE)
    given = ["taps 1", "tampers 1", "knows key"]

    if expected:
        assert follows(analysis, goal, given)
    else:
        number = analysis.grounded.number(tuple(goal.split()))
        assert number is None or not follows(analysis, goal, given)


def test_what_nobody_says_is_shown_is_asked_where_it_would_stand() -> None:
    question = analysed(PAGE).grounded.questions["shown-unsaid", "1"]

    assert question.answers == (("interfaces", "1", "request-credentials"),)
    said = PAGE.replace("protocol: HTTP\n", "protocol: HTTP\n    request-credentials: nothing\n")
    assert ("shown-unsaid", "1") not in analysed(said).grounded.questions


def test_plain_http_tells_nobody_who_answers() -> None:
    analysis = analysed(PAGE)

    assert ("degraded", "1/server-authentication") in analysis.grounded.absent
    assert follows(analysis, "rogue 1", ["hears 1"])


def test_unless_the_page_says_that_the_listener_shows_something() -> None:
    analysis = analysed(PAGE.replace("protocol: HTTP\n", "protocol: HTTP\n    response-credentials: key\n"))

    assert ("degraded", "1/server-authentication") not in analysis.grounded.absent
    assert ("degraded", "1/server-authentication") in analysis.grounded.unsaid
