"""In which trust domain everything lies, and what crosses a boundary."""

from __future__ import annotations

from bartizan.knowledge.boundaries import crosses, domains_around, domains_of, own_domains
from tests.model.pages import page

PAGE = page(
    """
service: Notes
trust-domains:
  core: {kind: network}
  cluster: {kind: group, inside: core}
  ring-a: {inside: ring-b}
  ring-b: {inside: ring-a}
components:
  web: {technology: Python, domain: core}
  worker: {technology: Python, domain: cluster}
  person: {kind: person, domain: unknown}
  machine: {kind: host, domain: core, hosts: [agent]}
  agent: {technology: Go}
  web-conf: {kind: file, read-by: web}
  both-conf: {kind: file, read-by: [web, worker]}
  agent-conf: {kind: file, read-by: agent}
interfaces:
  1: {requestor: web, listener: worker}
  2: {requestor: person, listener: web}
  3: {requestor: agent, listener: web}
  4: {requestor: agent, listener: web, network: core}
  5: {requestor: agent, listener: web, network: internet}
  6: {requestor: agent, listener: web, network: the office network}
  7: {requestor: worker, listener: worker, network: core}
"""
).architecture


def test_what_lies_on_a_host_and_files_are_where_their_host_and_their_readers_are() -> None:
    assert domains_of(PAGE) == {
        "web": "core",
        "worker": "cluster",
        "machine": "core",
        "agent": "core",
        "web-conf": "core",
        "agent-conf": "core",
    }


def test_a_boundary_is_crossed_between_two_domains_or_over_a_third_and_not_known_where_one_end_is_not() -> (
    None
):
    domains = domains_of(PAGE)
    assert [crosses(PAGE, each, domains) for each in PAGE.interfaces.values()] == [
        True,
        None,
        False,
        False,
        True,
        False,
        False,
    ]


def test_the_domains_around_one_come_from_the_inside_out_and_a_ring_ends() -> None:
    assert domains_around(PAGE, "cluster") == ("cluster", "core")
    assert domains_around(PAGE, "ring-a") == ("ring-a", "ring-b")
    assert domains_around(PAGE, None) == ()


def test_a_third_partys_domain_is_not_ours_whatever_stands_in_it() -> None:
    theirs = page(
        "service: x\n"
        "trust-domains:\n  acme: {kind: third party}\n  annex: {inside: acme}\n  cloud: {reached-from: [internet, dmz]}\n"
        "components:\n  hook: {technology: Python, domain: acme}\n  part: {technology: Python, domain: annex}\n"
        "  mta: {technology: Postfix, domain: internet}\n  person: {kind: person, domain: internet}\n"
        "  proxy: {technology: HAProxy, domain: dmz}\n  theirs: {technology: MySQL, domain: dmz, in-scope: no}\n"
        "  web: {technology: Python, domain: cloud}\n"
    ).architecture

    assert own_domains(theirs, domains_of(theirs)) == {"cloud", "dmz"}
