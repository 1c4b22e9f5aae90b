"""From the page that lacks nothing, take or change one thing: exactly the gaps that follow are found."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.model.page import Status
from bartizan.rules.readiness.rules import RULES
from tests.rules.readiness.clean_page import clean_but, gaps_of

CHANGES: list[tuple[dict[str, Any], list[str]]] = [
    ({"purpose": None}, ["section-missing purpose"]),
    ({"users": None}, ["section-missing users"]),
    (
        {"external-dependencies": None},
        [
            "out-of-scope-without-reason login",
            "outsider-without-assumption login",
            "section-missing external-dependencies",
        ],
    ),
    ({"resources": None}, ["section-missing resources"]),
    ({"release": None, "version": None}, ["release-unsaid release"]),
    ({"release": None}, []),
    ({"status": None}, ["status-unsaid status"]),
    ({"deployment": None}, ["deployment-unsaid deployment"]),
    ({"deployment": "unknown"}, ["deployment-unsaid deployment"]),
    ({"deployment": {"reference": None}}, ["deployment-unexplained deployment"]),
    ({"deployment": {"kind": "simplest"}}, ["deployment-unexplained deployment"]),
    ({"contacts": None}, ["contact-missing contacts"]),
    ({"contacts": {"ptl": None}}, ["contact-missing contacts"]),
    ({"external-dependencies": {"login": {"assumption": None}}}, ["dependency-without-assumption login"]),
    ({"external-dependencies": {"login": {"assumption": "unknown"}}}, ["answered-unknown login"]),
    (
        {"external-dependencies": {"login": None}},
        ["out-of-scope-without-reason login", "outsider-without-assumption login"],
    ),
    ({"trust-domains": {"office": None}}, ["domain-undeclared office"]),
    ({"trust-domains": {"core": {"kind": None}}}, ["domain-without-kind core"]),
    ({"trust-domains": {"carriers": {"name": None}}}, ["third-party-unnamed carriers"]),
    ({"trust-domains": {"core": {"inside": "workers"}}}, ["domains-in-a-ring core"]),
    (
        {
            "components": {"stranger": {}},
            "interfaces": {
                "10": {
                    "name": "x",
                    "requestor": "stranger",
                    "listener": "api",
                    "protocol": "HTTPS",
                    "request": "nothing",
                    "response": "nothing",
                    "request-credentials": "nothing",
                    "request-authorization": "owner-only",
                    "without-use-case": "None known.",
                    "confidentiality": "low",
                    "integrity": "low",
                    "availability": "low",
                }
            },
        },
        ["component-unlisted stranger"],
    ),
    ({"components": {"api": {"description": None}}}, ["component-without-purpose api"]),
    ({"components": {"api": {"technology": None}}}, ["component-without-technology api"]),
    ({"components": {"api": {"technology": None, "kind": "process"}}}, ["component-without-technology api"]),
    ({"components": {"api": {"technology": "Pyhton"}}}, ["component-kind-unknown api"]),
    ({"components": {"api": {"kind": "proces"}}}, ["component-kind-unknown api"]),
    ({"components": {"worker": {"domain": None}}}, ["component-without-domain worker"]),
    ({"components": {"worker": {"domain": "unknown"}}}, ["answered-unknown worker"]),
    (
        {"components": {"extra": {"technology": "Go", "domain": "core", "description": "Does something."}}},
        ["component-without-interface extra"],
    ),
    ({"components": {"api": {"kind": "cluster", "instances": None}}}, ["cluster-without-quantity api"]),
    ({"components": {"api": {"instances": "banana"}}}, ["instances-not-understood api"]),
    ({"components": {"worker": {"name": "API process"}}}, ["duplicate-name api"]),
    ({"components": {"worker-conf": {"name": "parcelpost.conf (API)"}}}, ["same-named-files api-conf"]),
    ({"components": {"worker": {"name": "API service (mail)"}}}, []),
    ({"components": {"labels": {"description": None}}}, ["future-undescribed labels"]),
    ({"components": {"labels": {"future": None}}}, []),
    (
        {"components": {"login": {"in-scope": None}}},
        ["authorization-unsaid 4", "component-without-purpose login", "component-without-technology login"],
    ),
    (
        {"external-dependencies": {"login": {"owner": None}}, "components": {"store": {"in-scope": "no"}}},
        ["out-of-scope-without-reason store", "outsider-without-assumption store"],
    ),
    ({"data-assets": {"mail": {"persisted": "store"}}}, ["store-without-data queue"]),
    (
        {
            "interfaces": {
                "5": None,
                "db": {
                    "name": "Read and write parcels",
                    "requestor": "api",
                    "listener": "store",
                    "protocol": ["SQL", "TLS"],
                    "request": "parcel",
                    "response": "parcel",
                    "request-credentials": "store-password",
                    "request-authorization": "grants",
                },
            },
            "use-cases": {
                "follow-a-parcel": {"steps": ["person->balancer: log in [1]"]},
                "report-a-parcel": "api->store: write [db]",
            },
        },
        [
            "interface-without-flow 2",
            "interface-without-flow 3",
            "interface-without-flow 4",
            "interface-without-flow 6",
            "interface-without-flow 7",
            "interface-without-number db",
        ],
    ),
    ({"interfaces": {"2": {"number": "1"}}}, ["duplicate-number 2"]),
    (
        {"interfaces": {"2": {"requestor": None}}},
        ["component-without-interface carrier", "interface-without-ends 2"],
    ),
    ({"interfaces": {"6": {"listener": "api"}}}, ["step-off-its-interface report-a-parcel"]),
    ({"interfaces": {"7": {"requestor": "queue", "listener": "worker"}}}, ["direction-doubtful 7"]),
    ({"interfaces": {"1": {"name": None}}}, ["interface-unexplained 1"]),
    ({"interfaces": {"1": {"protocol": None}}}, ["interface-without-protocol 1"]),
    ({"interfaces": {"1": {"protocol": "unknown"}}}, ["answered-unknown 1"]),
    ({"interfaces": {"1": {"protocol": "HTTP(S)"}}}, ["protocol-not-understood 1"]),
    ({"interfaces": {"1": {"protocol": "XYZ"}}}, ["protocol-not-understood 1"]),
    ({"interfaces": {"1": {"protocol": "TLS 1.0"}}}, ["protocol-outdated 1"]),
    (
        {"interfaces": {"1": {"protocol": "HTTP"}}},
        ["authentication-unsaid 1", "cleartext-across-a-boundary 1"],
    ),
    ({"interfaces": {"5": {"protocol": "SQL"}}}, ["authentication-unsaid 5"]),
    (
        {"interfaces": {"7": {"protocol": "AMQP"}}},
        ["authentication-unsaid 7", "cleartext-across-a-boundary 7"],
    ),
    ({"interfaces": {"1": {"implementation": {"maintained": "no"}}}}, ["implementation-unmaintained 1"]),
    ({"interfaces": {"1": {"implementation": "OpenSSL"}}}, ["implementation-unmaintained 1"]),
    (
        {"interfaces": {"1": {"request": None, "response": None}}},
        ["interface-requirement-unsaid 1", "interface-without-impact 1", "nothing-in-flight-said 1"],
    ),
    ({"interfaces": {"1": {"response": None}}}, ["one-direction-unsaid 1"]),
    ({"interfaces": {"4": {"request": "The token, in full"}}}, ["named-but-not-listed 4"]),
    (
        {"interfaces": {"3": {"request-credentials": "TLS"}}},
        ["asset-nowhere balancer-key", "named-but-not-listed 3", "tls-as-credential 3"],
    ),
    ({"interfaces": {"5": {"request-credentials": None}}}, ["authentication-unsaid 5"]),
    ({"interfaces": {"5": {"request-authorization": None}}}, ["authorization-unsaid 5"]),
    ({"interfaces": {"8": {"request": "nothing"}}}, ["interface-requirement-unsaid 8"]),
    ({"interfaces": {"8": {"impact": None}}}, []),
    (
        {
            "interfaces": {
                "8": {
                    "request": "nothing",
                    "impact": None,
                    "integrity": "high",
                    "confidentiality": "high",
                    "availability": "low",
                }
            }
        },
        ["interface-without-impact 8"],
    ),
    ({"interfaces": {"8": {"without-use-case": None}}}, ["interface-without-flow 8"]),
    ({"interfaces": {"8": {"administration": None}}}, ["administration-path-missing interfaces"]),
    (
        {"interfaces": {"1": {"entry-point": "no"}, "2": {"entry-point": "no"}, "8": {"entry-point": "no"}}},
        ["no-entry-point interfaces"],
    ),
    ({"data-assets": {"report": {"persisted": None}}}, ["asset-not-placed report"]),
    ({"data-assets": {"report": {"persisted": "unknown"}}}, ["answered-unknown report"]),
    ({"data-assets": {"report": {"persisted": "worker"}}}, ["asset-in-no-store report"]),
    (
        {"data-assets": {"parcel": {"persisted": {"in": "store", "extractable": "no"}}}},
        ["unextractable-in-flight parcel"],
    ),
    ({"data-assets": {"parcel": {"persisted": ["store", "nowhere"]}}}, ["asset-nowhere parcel"]),
    ({"data-assets": {"report": {"availability": None}}}, ["asset-without-rating report"]),
    ({"data-assets": {"report": {"availability": "meduim"}}}, ["label-not-understood report"]),
    ({"data-assets": {"report": {"impact": None}}}, ["asset-without-impact report"]),
    ({"data-assets": {"report": {"impact": {"integrity": None}}}}, ["asset-without-impact report"]),
    ({"data-assets": {"report": {"format": None}}}, ["input-format-unsaid report"]),
    ({"controls": {"2/throttle": {"because": None}}}, ["control-unexplained 2/throttle"]),
    ({"controls": {"own-parcels": {"kind": None}}}, ["control-unexplained own-parcels"]),
    ({"controls": {"own-parcels": {"kind": "authorisatoin"}}}, ["control-of-no-kind own-parcels"]),
    ({"controls": {"2/encrypton": {"state": "in place"}}}, ["control-of-no-kind 2/encrypton"]),
    ({"controls": {"api/second-factor": {"state": "in place"}}}, ["control-of-no-kind api/second-factor"]),
    ({"summary-of-controls": {"Audit": None}}, ["summary-of-controls-missing summary-of-controls"]),
    (
        {"threat-actors": None, "abuse-cases": {"stalk": {"actors": None}}},
        ["threat-actor-unsaid threat-actors"],
    ),
    ({"threat-actors": {"somebody": {}}}, ["threat-actor-unsaid somebody"]),
    (
        {"components": {"api": {"placement": "U-C"}}},
        [
            "placement-unsaid balancer",
            "placement-unsaid queue",
            "placement-unsaid store",
            "placement-unsaid worker",
        ],
    ),
    (
        {"template": "table"},
        [
            "placement-unsaid api",
            "placement-unsaid balancer",
            "placement-unsaid queue",
            "placement-unsaid store",
            "placement-unsaid worker",
        ],
    ),
    ({"interfaces": {"5": {"network": "backplane"}}}, ["domain-undeclared backplane"]),
    ({"interfaces": {"5": {"network": "the backplane"}}}, ["named-but-not-listed 5"]),
    (
        {
            "interfaces": {"5": {"network": "backplane", "protocol": "SQL"}},
            "trust-domains": {"backplane": {"kind": "network"}},
        },
        ["authentication-unsaid 5", "cleartext-across-a-boundary 5"],
    ),
    ({"abuse-cases": None}, ["abuse-case-unsaid abuse-cases"]),
    (
        {"abuse-cases": {"stalk": {"description": None, "actors": None, "targets": None}}},
        ["abuse-case-unsaid stalk"],
    ),
    ({"use-cases": None}, ["no-flow-diagram use-cases"]),
    (
        {"use-cases": {"report-a-parcel": {"steps": [{"from": "carrier", "text": "lost"}]}}},
        [
            "interface-without-flow 2",
            "interface-without-flow 6",
            "interface-without-flow 7",
            "step-without-ends report-a-parcel",
        ],
    ),
    (
        {"use-cases": {"report-a-parcel": "carrier->balancer: it is in Ulm [1]"}},
        [
            "interface-without-flow 2",
            "interface-without-flow 6",
            "interface-without-flow 7",
            "step-off-its-interface report-a-parcel",
        ],
    ),
    ({"use-cases": {"more": "worker->store: look [5]"}}, ["step-off-its-interface more"]),
    ({"use-cases": {"more": "worker->store: look"}}, ["step-without-interface more"]),
    ({"figures": ["figures/none.png"]}, ["figure-missing figures/none.png"]),
    ({"purpose": "TODO"}, ["placeholder-left purpose"]),
    ({"purpose": "<describe the service>"}, ["placeholder-left purpose"]),
    ({"components": {"api": {"description": "Does it answer people?"}}}, ["question-left api"]),
    ({"notes": ["Something else."]}, ["note-unsorted notes"]),
    (
        {"notes": [{"text": "Something else.", "section": "Components", "from": "page.rst:12"}]},
        ["note-unsorted notes"],
    ),
    ({"interfaces": {"9": {"future": None, "in-scope": "no"}}}, ["out-of-scope-without-reason 9"]),
    ({"data-assets": {"mail": {"in-scope": "no", "impact": None}}}, ["out-of-scope-without-reason mail"]),
    ({"interfaces": {"4": {"needed": "unknown"}}}, ["answered-unknown 4"]),
    ({"waivers": [{"gap": "release-unsaid", "because": "x"}]}, ["waiver-void release-unsaid"]),
    (
        {"waivers": [{"gap": "release-unsaid", "because": "It has no name.", "until": "2026-12-01"}]},
        ["waiver-without-gap release-unsaid"],
    ),
    ({"status": "draft", "purpose": None}, ["section-missing purpose"]),
    (
        {
            "components": {
                "person": {"domain": None},
                "carrier": {"domain": None},
                "operator": {"domain": None},
                "balancer": {"domain": None},
                "api": {"domain": None},
                "worker": {"domain": None},
                "queue": {"domain": None},
                "store": {"domain": None},
                "login": {"domain": None},
                "api-host": {"domain": None},
                "labels": {"domain": None},
            },
            "trust-domains": None,
            "threat-actors": {"outsider": {"at": "person"}, "operator": {"at": "operator"}},
        },
        ["no-trust-boundary trust-domains"],
    ),
    (
        {"components": {"api": {"instances": None}}, "interfaces": {"6": {"listener": "api"}}},
        ["interface-to-itself 6", "step-off-its-interface report-a-parcel"],
    ),
    (
        {"data-assets": {"queue-password": {"name": "Store (database) password"}}},
        ["similar-names store-password"],
    ),
    (
        {"use-cases": {"follow-a-parcel": None, "report-a-parcel": "api->labels: print one [9]"}},
        [
            "authentication-not-shown use-cases",
            "interface-without-flow 1",
            "interface-without-flow 2",
            "interface-without-flow 3",
            "interface-without-flow 4",
            "interface-without-flow 5",
            "interface-without-flow 6",
            "interface-without-flow 7",
        ],
    ),
]
"""What is changed, as a merge patch, and the gaps that follow: rule and element."""


def test_the_clean_page_has_no_gap() -> None:
    assert gaps_of(clean_but({})) == []


@pytest.mark.parametrize(("change", "identities"), CHANGES, ids=[str(change)[:60] for change, _ in CHANGES])
def test_one_change_makes_exactly_the_gaps_that_follow_from_it(
    change: dict[str, Any], identities: list[str]
) -> None:
    architecture = clean_but(change)
    found = gaps_of(architecture)
    told = [gap for gap in found if gap.rule == "ready-but-blocked"]
    others = [gap for gap in found if gap not in told]
    assert sorted(gap.identity for gap in others) == identities
    assert bool(told) == (architecture.status is Status.READY and any(gap.blocks for gap in others))


def test_the_table_makes_every_rule_find_something() -> None:
    found = {identity.split()[0] for _, identities in CHANGES for identity in identities}
    assert {rule.name for rule in RULES} - found == set()
