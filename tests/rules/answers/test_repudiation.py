"""Who can deny what they did: one line for each component, and no more."""

from __future__ import annotations

from bartizan.knowledge.stride import Stride
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.questions import questions_of
from bartizan.rules.answers.threats import Status, Threat, threats_of
from tests.rules.answers.asking import analysed

PAGE = """\
service: Notes
components:
  writer: {kind: person, domain: internet}
  reader: {kind: person, domain: internet}
  web: {technology: Python, domain: cloud}
trust-domains:
  cloud: {reached-from: internet}
interfaces:
  1: {requestor: writer, listener: web, protocol: HTTPS, request: note, request-credentials: login}
  2: {requestor: reader, listener: web, protocol: HTTPS, response: note, request-credentials: login}
  3: {requestor: reader, listener: web, protocol: HTTPS, response: note, request-credentials: login}
data-assets:
  note: {confidentiality: high, persisted: nowhere}
  login: {kind: password, one-per: person, opens: {web: {read: note, write: note}}, persisted: nowhere}
threat-actors:
  insider: {at: internet, holds: login}
"""


def deniable(analysis: Analysis) -> list[Threat]:
    return [each for each in threats_of(analysis) if each.instance.rule.stride is Stride.REPUDIATION]


def test_what_nobody_says_is_recorded_is_one_open_threat_and_one_question() -> None:
    analysis = analysed(PAGE)

    (threat,) = deniable(analysis)
    assert threat.status is Status.OPEN
    assert threat.needs == ((("degraded", "web/audit"),),)
    (question,) = [each for each in questions_of(analysis) if each.kind == "audit"]
    assert question.text.startswith("Does Web record who did what")


def test_it_is_certain_where_the_page_says_that_nothing_is() -> None:
    (threat,) = deniable(analysed(PAGE + "controls: {web/audit: absent}\n"))

    assert threat.status is Status.CERTAIN
    assert [each.fact for each in threat.leads_to] == [("unattributed", "web")]
    assert threat.weight == 1


def test_it_is_none_where_the_component_or_each_of_its_interfaces_records() -> None:
    assert deniable(analysed(PAGE + "controls: {web/audit: in place}\n")) == []
    each_of_them = "controls: {1/audit: in place, 2/audit: in place, 3/audit: in place}\n"
    assert deniable(analysed(PAGE + each_of_them)) == []
    two_of_them = "controls: {1/audit: in place, 2/audit: in place}\n"
    assert len(deniable(analysed(PAGE + two_of_them))) == 1


def test_where_nobody_is_asked_who_they_are_that_leads_there_too() -> None:
    open_ = PAGE.replace(
        "response: note, request-credentials: login}\n  3",
        "response: note, request-credentials: nothing}\n  3",
    )
    analysis = analysed(open_ + "controls: {web/audit: in place}\n")

    (threat,) = [each for each in threats_of(analysis) if each.instance.rule.name == "missing-authentication"]
    assert threat.status is Status.CERTAIN
    assert ("unattributed", "web") in {each.fact for each in threat.leads_to}
