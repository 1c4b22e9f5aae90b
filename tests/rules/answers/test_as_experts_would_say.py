"""What somebody who knows the field would say of small pages, where a first reading of the page said something else."""

from __future__ import annotations

from bartizan.rules.answers.impact import impact_of
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.answers.promises import Promises
from bartizan.rules.facts.of_controls import Holding
from tests.rules.answers.asking import analysed

PAGE = """\
service: Notes
trust-domains: {internet: {}, cloud: {reached-from: internet}}
components:
  user: {kind: person, domain: internet}
  portal: {kind: process, domain: cloud}
  store: {kind: database, domain: cloud}
  dumps: {kind: backup, domain: cloud}
interfaces:
  1: {requestor: user, listener: portal, protocol: HTTPS, request: [note, token], request-credentials: token}
  2: {requestor: portal, listener: store, protocol: SQL with TLS, request: [note, token], response: note, request-credentials: token}
data-assets:
  note: {confidentiality: high, integrity: high, persisted: [store, dumps]}
  token: {kind: token, confidentiality: high, integrity: high, persisted: nowhere, opens: {1: {read: note}}}
"""
OUTSIDER = "threat-actors: {outsider: {at: internet}}\n"
BOTH = "threat-actors: {outsider: {at: internet}, insider: {at: cloud, holds: token}}\n"


def held(text: str, control: str) -> Holding:
    return analysed(text).grounded.controls[control].holding


def test_encryption_at_rest_of_a_store_holds_for_every_copy_in_it() -> None:
    text = PAGE + "controls: {store/encryption-at-rest: in place, dumps/encryption-at-rest: absent}\n"
    kept = {each.store: each.encryption for each in Promises(analysed(text)).kept}

    assert {store: control.holding for store, control in kept.items() if control} == {
        "store": Holding.IN_PLACE,
        "dumps": Holding.ABSENT,
    }


def test_a_key_that_is_not_on_the_page_seals_nothing() -> None:
    text = PAGE.replace("[store, dumps]", "{in: store, encrypted-with: no-such-key}")

    assert held(text, "note@store/encryption-at-rest") is Holding.UNSAID


def test_where_nothing_is_shown_nobody_is_told_from_anybody_else() -> None:
    text = PAGE.replace("request-credentials: token}\ndata", "request-credentials: nothing}\ndata")

    assert held(text, "2/authorization") is Holding.ABSENT
    assert held(PAGE, "2/authorization") is Holding.UNSAID


def test_an_interface_that_stays_on_its_machine_needs_no_encryption_and_still_needs_authorization() -> None:
    text = PAGE.replace("SQL with TLS", "UNIX socket")

    assert held(text, "2/encryption") is Holding.IN_PLACE
    assert held(text, "2/authorization") is Holding.UNSAID


def test_somebody_more_who_attacks_makes_no_failure_harmless() -> None:
    def follows(text: str) -> set[tuple[str, str]]:
        found = impact_of(analysed(text))
        (failure,) = (f for f in found if (f.asset, f.property) == ("token", "confidentiality"))
        return {(each.breach.value, each.element) for each in failure.alone}

    assert (Breach.LEARNED.value, "note") in follows(PAGE + OUTSIDER)
    assert follows(PAGE + OUTSIDER) <= follows(PAGE + BOTH)


def test_who_shows_a_credential_does_not_write_it_and_who_passes_it_on_does_not_need_it() -> None:
    grounded = analysed(PAGE + BOTH).grounded

    assert ("portal", "token") not in grounded.rows["needs-asset"]
    assert ("1", "write", "token") not in grounded.rows["offers"]
    assert ("1", "write", "note") in grounded.rows["offers"]
    assert ("1", "token") not in grounded.rows["alterable"]


def test_what_one_attacker_has_anyway_hides_no_question_that_counts_for_another() -> None:
    text = PAGE.replace("protocol: SQL with TLS", "protocol: HTTP") + BOTH
    asked = {each.answers[0] for each in Promises(analysed(text)).questions}

    assert ("interfaces", "2", "network") in asked
