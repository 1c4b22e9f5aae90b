"""What newly falls with something, for whom, and how sure that is: on pages small enough to be worked out by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from bartizan.engine.completeness import Complete, Stopped
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.falls import (
    Fall,
    bugs_exploited,
    degraded_one_by_one,
    what_falls,
)
from tests.rules.answers.asking import analysed, fact

NOTES = """\
service: Notes
components:
  web: {technology: Python, domain: cloud}
  database: {technology: PostgreSQL, domain: cloud}
interfaces:
  2: {requestor: web, listener: database, protocol: HTTPS, request: note}
data-assets:
  note: {confidentiality: high, integrity: none, availability: none, persisted: nowhere}
threat-actors: {neighbour: {at: cloud}, guest: {}}
controls:
  2/server-authentication: {state: in place}
  2/integrity: {state: in place}
  2/authorization: {state: in place}
  2/authentication: {state: in place}
  2/encryption: {state: in place}
  web/hardening: {state: in place}
  database/hardening: {state: in place}
"""
"""Whoever stands in the cloud reads the note once the interface is not encrypted; where the guest stands is not said."""
ONLY_AN_ADMINISTRATOR = """\
service: Notes
components:
  admin: {kind: person, domain: cloud}
  web: {technology: Python, domain: cloud}
  wiki: {technology: Python, domain: cloud}
  database: {technology: PostgreSQL, domain: cloud}
interfaces:
  1: {requestor: admin, listener: wiki, protocol: HTTPS, administration: yes, request: order}
  2: {requestor: web, listener: database, protocol: HTTPS, request: note}
data-assets:
  note: {confidentiality: high, integrity: none, availability: none, persisted: nowhere}
  order: {confidentiality: none, integrity: none, availability: none, persisted: nowhere}
controls:
  2/server-authentication: {state: in place}
  2/integrity: {state: in place}
  2/authorization: {state: in place}
  2/authentication: {state: in place}
  2/encryption: {state: in place}
  1/encryption: {state: in place}
  1/integrity: {state: in place}
  1/server-authentication: {state: in place}
  1/authentication: {state: in place}
  1/authorization: {state: in place}
  web/hardening: {state: in place}
  database/hardening: {state: in place}
"""
"""Whether the administrator may turn hostile is in doubt, as the page names no threat actor."""


def falls(analysis: Analysis, *given: str) -> dict[str, Fall]:
    (found,) = what_falls(analysis, [[fact(each) for each in given]])
    return {" ".join(each.outcome.fact): each for each in found.falls}


def names(fall: Fall) -> tuple[list[str], list[str]]:
    return [each.id for each in fall.actors], [each.id for each in fall.perhaps]


def test_what_is_certain_for_one_and_open_for_another_names_both() -> None:
    fallen = falls(analysed(NOTES), "degraded 2/encryption")["knows note"]
    assert fallen.certain
    assert names(fallen) == (["neighbour"], ["guest"])


def test_what_is_open_for_all_of_them_is_open_and_nobody_is_named_twice() -> None:
    fallen = falls(analysed(NOTES.replace("{at: cloud}", "{}")), "degraded 2/encryption")["knows note"]
    assert not fallen.certain
    assert names(fallen) == (["neighbour", "guest"], [])


def test_what_is_certain_for_all_of_them_is_open_for_nobody() -> None:
    fallen = falls(analysed(NOTES.replace("guest: {}", "guest: {at: cloud}")), "degraded 2/encryption")
    assert names(fallen["knows note"]) == (["neighbour", "guest"], [])


def test_what_is_given_does_not_fall_with_itself() -> None:
    fallen = falls(analysed(NOTES), "owns web")
    assert "owns web" not in fallen
    assert {"knows note", "down web"} <= set(fallen)


def test_nothing_is_certain_through_somebody_of_whom_it_is_in_doubt_that_they_attack() -> None:
    analysis = analysed(ONLY_AN_ADMINISTRATOR)
    assert [each.question is not None for each in analysis.actors] == [True]
    fallen = falls(analysis, "degraded 2/encryption")["knows note"]
    assert not fallen.certain
    assert names(fallen) == (["admin"], [])


def test_a_bug_that_the_page_says_is_there_is_not_one_that_could_be_exploited_besides() -> None:
    said = NOTES.replace("web/hardening: {state: in place}", "web/hardening: {state: absent}")
    assert {control.id for control, _falls in bugs_exploited(analysed(NOTES))} == {
        "web/hardening",
        "database/hardening",
    }
    assert [control.id for control, _falls in bugs_exploited(analysed(said))] == ["database/hardening"]


def test_a_bug_of_which_nothing_is_said_could_be_exploited() -> None:
    unsaid = NOTES.replace("  web/hardening: {state: in place}\n", "")
    assert "web/hardening" in {control.id for control, _falls in bugs_exploited(analysed(unsaid))}


def test_only_a_control_that_holds_can_be_degraded() -> None:
    unsaid = NOTES.replace("  2/integrity: {state: in place}\n", "").replace("HTTPS", "TCP")
    text = unsaid.replace("2/authorization: {state: in place}", "2/authorization: {state: absent}")
    ranked = [control.id for control, _falls in degraded_one_by_one(analysed(text))]
    assert set(ranked) == {"2/server-authentication", "2/authentication", "2/encryption"}
    assert "2/integrity" in analysed(text).grounded.controls, "nobody spoke of it, but it is asked for"


def test_the_control_with_which_most_falls_stands_first() -> None:
    ranked = degraded_one_by_one(analysed(NOTES))
    weights = [falls.weight for _control, falls in ranked]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > weights[-1]
    assert "2/encryption" in {control.id for control, falls in ranked if falls.certain}


@dataclass
class StoppedOnce:
    """An analysis whose first sweep stops, and no other."""

    analysis: Analysis
    sweeps: int = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self.analysis, name)

    def sweep(self, base: object, scenarios: object) -> object:
        lanes = self.analysis.sweep(base, scenarios)  # type: ignore[arg-type]
        self.sweeps += 1
        return type(lanes)(lanes.left, lanes.values, lanes.count, self._complete())

    def _complete(self) -> Complete | Stopped:
        return Stopped(7, "rule evaluations") if self.sweeps == 1 else Complete()


def test_an_answer_of_which_one_part_stopped_is_not_called_complete() -> None:
    once = StoppedOnce(analysed(NOTES))
    (found,) = what_falls(cast("Analysis", once), [[fact("degraded 2/encryption")]])
    assert once.sweeps == 4
    assert found.complete == "stopped after 7 rule evaluations"
    (whole,) = what_falls(once.analysis, [[fact("degraded 2/encryption")]])
    assert whole.complete == "complete"
