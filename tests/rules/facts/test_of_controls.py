"""Which controls hold, which do not, and of which nobody spoke; and who carries them out."""

from __future__ import annotations

from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.facts.of_controls import Holding
from tests.rules.answers.asking import analysed, follows

PAGE = """\
service: Notes
components:
  web: {technology: Python, domain: cloud}
  gate: {technology: Python, domain: cloud}
  database: {technology: PostgreSQL, domain: cloud}
interfaces:
  1: {requestor: web, listener: database, protocol: TCP, request: note}
data-assets:
  note: {confidentiality: high, persisted: database}
external-dependencies:
  database: {}
threat-actors: {neighbour: {at: cloud}}
controls:
  1/authorization: {state: in place}
"""
LOCAL = PAGE.replace("protocol: TCP", "protocol: Unix socket")


def holding(text: str, control: str) -> Holding:
    return analysed(text).grounded.controls[control].holding


def who_enforces(analysis: Analysis, control: str) -> set[str]:
    return {row[0] for row in analysis.grounded.rows["enforces"] if row[1] == control}


def test_nobody_listens_on_the_way_of_an_interface_that_does_not_leave_its_machine() -> None:
    assert holding(LOCAL, "1/encryption") is Holding.IN_PLACE
    assert holding(PAGE, "1/encryption") is Holding.UNSAID
    because = analysed(LOCAL).grounded.controls["1/encryption"].because
    assert because == "interface 1 does not leave its machine"


def test_an_assumption_that_is_not_said_is_not_taken_for_one_that_holds() -> None:
    assert holding(PAGE, "database/assumption") is Holding.UNSAID
    said_unknown = PAGE.replace("database: {}", "database: {assumption: unknown}")
    assert holding(said_unknown, "database/assumption") is Holding.UNSAID


def test_an_assumption_that_is_said_holds_as_far_as_the_page_says() -> None:
    said = PAGE.replace("database: {}", "database: {assumption: It is patched every week.}")
    assert holding(said, "database/assumption") is Holding.IN_PLACE


def test_a_listener_carries_out_the_checks_of_its_own_interface() -> None:
    assert who_enforces(analysed(PAGE), "1/authorization") == {"database"}


def test_unless_the_page_says_that_another_component_does() -> None:
    analysis = analysed(PAGE.replace("{state: in place}", "{state: in place, enforced-by: gate}"))
    assert who_enforces(analysis, "1/authorization") == {"gate"}
    assert follows(analysis, "off 1/authorization", ["owns gate"])
    assert not follows(analysis, "off 1/authorization", ["owns database"])
