"""What is asked where a page shows components and not how they are connected."""

from __future__ import annotations

import pytest

from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.questions import questions_of
from tests.rules.answers.asking import analysed

PARTS = """\
service: Notes
components:
  web: {technology: Python, domain: cloud}
  store: {technology: MySQL, domain: cloud}
  cache: {technology: Redis, domain: cloud}
  mirror: {technology: Go, domain: cloud}
  conf: {kind: file, domain: cloud, read-by: web}
  reader: {kind: person, domain: internet}
"""


def asked(analysis: Analysis) -> list[str]:
    return [each.text for each in questions_of(analysis) if each.kind == "interfaces-unsaid"]


def test_a_page_without_any_interface_asks_who_connects_in_one_question() -> None:
    analysis = analysed(PARTS)

    assert asked(analysis) == ["Who connects to Web, Store, Cache and 1 more, and to whom do they connect?"]
    assert ("owns", "store") in {each.fact for each in analysis.outcomes}


def test_so_does_a_page_on_which_one_component_is_on_none() -> None:
    analysis = analysed(
        PARTS
        + "interfaces:\n"
        + "  1: {requestor: reader, listener: web}\n"
        + "  2: {requestor: web, listener: store}\n"
        + "  3: {requestor: web, listener: cache}\n"
    )

    assert asked(analysis) == ["Who connects to Mirror, and to whom does it connect?"]


@pytest.mark.parametrize(
    "attached",
    ["{kind: host, hosts: mirror}", "{kind: process, read-by: web}", "{kind: file}", "{kind: person}"],
)
def test_what_is_attached_in_another_way_or_is_no_software_is_not_asked(attached: str) -> None:
    text = PARTS.replace("  reader:", f"  other: {attached}\n  reader:") + (
        "interfaces:\n  1: {requestor: reader, listener: web}\n  2: {requestor: web, listener: store}\n"
        "  3: {requestor: web, listener: cache}\n  4: {requestor: web, listener: mirror}\n"
    )

    assert asked(analysed(text)) == []
